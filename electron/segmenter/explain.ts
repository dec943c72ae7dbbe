/**
 * Why a line is read as it is: what each feature adds to the scores that decided its role, the seam before it, what it
 * goes on from and whose head it is. Worked out when it is asked for, from a reading that is there.
 */
import { overlaps, type Span } from '../../shared/model/position.ts';
import type { Evidence, Stage } from '../../shared/proposal.ts';
import { SEAM_FEATURES, seamRow } from './cuts/features.ts';
import { contributions, type Forest, scoreRow } from './learned/trees.ts';
import type { SetLine } from './lines/lines.ts';
import { type Chain, HEAD_FEATURES, headRows, wordScores } from './page/head-features.ts';
import { LINK_FEATURES, linkRows } from './page/link-features.ts';
import type { Models } from './page/models.ts';
import type { IssueReading, WindowReading } from './page/read.ts';
import { seamContext } from './page/seams.ts';
import { kindsOf, type Unit } from './page/units.ts';
import { LINE_FEATURES, lineRows } from './roles/features.ts';
import { paperEvidence } from './roles/paper.ts';
import { AT, LINE_ROLE_OF, type LineRole, lineOdds, oddsOf, priorOdds, type RoleOdds } from './roles/roles.ts';

/** Features named for a decision: the weightiest. */
const NAMED = 6;
/** Lines of a long selection that are explained. */
const MOST_LINES = 8;
/** Contributions weaker than this say nothing. */
const WEAK = 0.02;

/** The evidence for the lines in the span, decision by decision; within one the weightiest first. */
export function explain(reading: IssueReading, models: Models, span: Span): readonly Evidence[] {
  const asked = { from: span.from, to: Math.max(span.to, span.from + 1) };
  const lines = reading.sheet.lines.flatMap((line, i) => (overlaps(line, asked) ? [i] : [])).slice(0, MOST_LINES);
  if (lines.length === 0) return [];
  const looks = { rows: lineRows(reading.sheet), odds: lineOdds(reading.sheet, models.roles) };
  return lines.flatMap((i) => explainLine(reading, models, looks, i));
}

/** What was known of the lines before their neighbours' roles were. */
interface Looks {
  /** Rows of `LINE_FEATURES`. */
  readonly rows: Float32Array;
  readonly odds: RoleOdds;
}

function explainLine(reading: IssueReading, models: Models, looks: Looks, i: number): readonly Evidence[] {
  const role = LINE_ROLE_OF[reading.owners[i]?.role ?? 'furniture'] ?? 'furniture';
  const window = reading.windows.find(({ problem }) => i >= problem.window.from && i < problem.window.to);
  return [
    ...roleEvidence(reading, models, looks, i, role),
    ...(window ? [...seamEvidence(reading, models, window, i), ...linkEvidence(reading, models, window, i)] : []),
    ...(window ? headEvidence(reading, models, window, i) : []),
  ];
}

const spanOf = (line: SetLine | undefined): Span => ({ from: line?.from ?? 0, to: line?.to ?? 0 });

/** One decision: its score as evidence under the name of the decision, then what each feature adds to it. */
function decision(stage: Stage, name: string, span: Span, forest: Forest, rows: Float32Array, wanted = 0): Evidence[] {
  const scores = new Float32Array(forest.classes.length);
  scoreRow(forest, rows, 0, scores, 0);
  const parts = contributions(forest, rows, 0, wanted);
  const features = forest.features
    .map((feature, f): Evidence => ({ stage, rule: `${name}: ${feature}`, span, weight: parts[f] as number }))
    .filter(({ weight }) => Math.abs(weight) >= WEAK)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return [{ stage, rule: name, span, weight: scores[wanted] as number }, ...features.slice(0, NAMED)];
}

/** The role by the line's own looks; what certain signs add; what the roles of the lines around it do. */
function roleEvidence(
  { sheet, odds }: IssueReading,
  models: Models,
  looks: Looks,
  i: number,
  role: LineRole,
): readonly Evidence[] {
  const F = LINE_FEATURES.length;
  const row = looks.rows.subarray(i * F, (i + 1) * F);
  const span = spanOf(sheet.lines[i]);
  const more = (rule: string, weight: number): Evidence[] =>
    Math.abs(weight) < WEAK ? [] : [{ stage: 'roles', rule: `role ${role}: ${rule}`, span, weight }];
  return [
    ...paperEvidence(sheet.paper, sheet.lines, i),
    ...decision('roles', `role ${role}`, span, models.roles, row, AT[role]),
    ...more('certain sign', priorOdds(sheet, i, role)),
    ...more('roles around', logit(oddsOf(odds, i, role)) - logit(oddsOf(looks.odds, i, role))),
  ];
}

const logit = (p: number): number => Math.log(Math.max(1e-6, p)) - Math.log(Math.max(1e-6, 1 - p));

/** Whether another article begins at the line, where the line before is of its kind. */
function seamEvidence(
  { sheet, odds }: IssueReading,
  models: Models,
  { reading }: WindowReading,
  i: number,
): Evidence[] {
  const own = unitAt(reading.units, i);
  const above = unitAt(reading.units, i - 1);
  if (!own || own.kind === 'out' || above?.kind !== own.kind || sheet.pageFrom[i] === i) return [];
  const row = new Float32Array(SEAM_FEATURES.length);
  const kinds = kindsOf(sheet, odds, 0, sheet.lines.length);
  seamRow(seamContext(sheet, odds, kinds), i, row, 0);
  const [stage, name, forest] =
    own.kind === 'text'
      ? (['bodies', 'text cut', models.textCut] as const)
      : (['heads', 'head cut', models.headCut] as const);
  return decision(stage, name, spanOf(sheet.lines[i]), forest, row);
}

/** That the text goes on from the unit before it in its article. */
function linkEvidence({ sheet }: IssueReading, models: Models, window: WindowReading, i: number): Evidence[] {
  const { problem, reading } = window;
  const chain = reading.chains.find(({ units }) => units.some((unit) => holds(unit, i)));
  const at = chain?.units.findIndex((unit) => holds(unit, i)) ?? -1;
  const unit = chain?.units[at];
  const before = chain?.units[at - 1];
  const p = problem.pairs.findIndex(({ a, b }) => a.index === before?.index && b.index === unit?.index);
  if (p < 0) return [];
  const F = LINK_FEATURES.length;
  const row = linkRows(problem.context, problem.pairs).subarray(p * F, (p + 1) * F);
  return decision('bodies', 'text goes on', spanOf(sheet.lines[unit?.from ?? i]), models.link, row);
}

/** That the head is the text's, asked from either. */
function headEvidence({ sheet, odds }: IssueReading, models: Models, window: WindowReading, i: number): Evidence[] {
  const { reading } = window;
  const ownHead = reading.heads.findIndex((head) => holds(head, i));
  const ownChain = reading.chains.findIndex(({ units }) => units.some((unit) => holds(unit, i)));
  const h = ownHead >= 0 ? ownHead : reading.chainOfHead.indexOf(ownChain);
  const c = ownHead >= 0 ? (reading.chainOfHead[ownHead] as number) : ownChain;
  const head = reading.heads[h];
  if (!head || c < 0) return [];
  const context = { sheet, odds, units: reading.units };
  const chains: readonly Chain[] = reading.chains;
  const rows = headRows(context, reading.heads, chains, wordScores(context, reading.heads, chains));
  const F = HEAD_FEATURES.length;
  const at = (h * chains.length + c) * F;
  return decision('heads', 'head of text', spanOf(sheet.lines[head.from]), models.head, rows.subarray(at, at + F));
}

const holds = (unit: Unit, i: number): boolean => i >= unit.from && i < unit.to;
const unitAt = (units: readonly Unit[], i: number): Unit | undefined => units.find((unit) => holds(unit, i));
