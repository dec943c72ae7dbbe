/**
 * What the page reading is unsure of: for each head the text that comes second, for each seam between two texts the
 * other way to read it. Also the ranked candidates, which the desk offers when the editor gives a run to another article.
 */
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Offset, Span } from '../../../shared/model/position.ts';
import type { ArticleId } from '../../../shared/model/review.ts';
import type { Candidate, Doubt, DoubtKind, Evidence, Stage } from '../../../shared/proposal.ts';
import { logistic } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import { kindOdds } from '../roles/roles.ts';
import { headFates } from './owners.ts';
import type { IssueReading, WindowReading } from './read.ts';
import type { Unit } from './units.ts';

/** Readings less sure than this are asked. */
const DOUBTED = 0.8;
/** Log-odds of the forests are too sure of themselves on papers not seen; flattened by this before they count. */
const FLATTEN = 0.6;
/** Candidates named for a run. */
const CANDIDATES = 5;
/** Characters of text that a sentence quotes. */
const QUOTE = 24;

export interface PageDoubts {
  readonly doubts: readonly Doubt[];
  readonly evidence: readonly Evidence[];
  readonly candidates: { readonly [from: number]: readonly Candidate[] };
}

/** Everything a doubt of one window needs. */
interface Window extends WindowReading {
  readonly sheet: Sheet;
  /** Id of each article number. */
  readonly ids: ReadonlyMap<number, ArticleId>;
}

export function pageDoubts(reading: IssueReading, ids: ReadonlyMap<number, ArticleId>): PageDoubts {
  const doubts: Doubt[] = [];
  const evidence: Evidence[] = [];
  const candidates: { [from: Offset]: readonly Candidate[] } = {};
  for (const part of reading.windows) {
    const window: Window = { ...part, sheet: reading.sheet, ids };
    for (const found of [headDoubts(window), seamDoubts(window)]) {
      doubts.push(...found.doubts);
      evidence.push(...found.evidence);
      Object.assign(candidates, found.candidates);
    }
  }
  const outside = outsideDoubts(reading);
  doubts.sort((a, b) => a.span.from - b.span.from);
  return { doubts: [...doubts, ...outside], evidence, candidates };
}

function headDoubts(window: Window): PageDoubts {
  const { reading, firstArticle, sheet, ids } = window;
  const doubts: Doubt[] = [];
  const evidence: Evidence[] = [];
  const candidates: { [from: Offset]: readonly Candidate[] } = {};
  const chains = reading.chains.length;
  headFates(reading, firstArticle).forEach(({ head, article, crosshead }, h) => {
    const span = spanOf(sheet, head);
    const id = ids.get(article);
    const ranked = [...reading.chains.keys()]
      .map((c) => ({ article: ids.get(firstArticle + c), odds: reading.headOdds[h * chains + c] as number }))
      .filter((r): r is { article: ArticleId; odds: number } => r.article !== undefined)
      .sort((a, b) => b.odds - a.odds);
    candidates[span.from] = ranked.slice(0, CANDIDATES).map((r) => ({ article: r.article, score: logistic(r.odds) }));
    if (id === undefined || crosshead) return;
    const own = ranked.find((r) => r.article === id);
    const rival = ranked.find((r) => r.article !== id);
    const values = { head: quoted(sheet, head) };
    if (!own) {
      const other: Edit[] = rival ? [{ kind: 'assign', span, to: { article: rival.article, role: 'headline' } }] : [];
      doubts.push(
        doubt(
          'heads',
          'head',
          'head-without-text',
          span,
          rival ? [id, rival.article] : [id],
          { key: 'headWithoutText', values },
          0.4,
          other,
        ),
      );
      return;
    }
    evidence.push({ stage: 'heads', rule: 'head-of-text', span, weight: own.odds });
    if (!rival) return;
    const confidence = logistic(FLATTEN * (own.odds - rival.odds));
    if (confidence >= DOUBTED) return;
    doubts.push(
      doubt(
        'heads',
        'head',
        'head-between-bodies',
        span,
        [id, rival.article],
        { key: 'headBetweenBodies', values },
        confidence,
        [{ kind: 'assign', span, to: { article: rival.article, role: 'headline' } }],
      ),
    );
  });
  return { doubts, evidence, candidates };
}

/** Seams where two text units touch, or where one article's text is taken up again: read as one article, or as two. */
function seamDoubts({ reading, problem, linkOdds, firstArticle, sheet, ids }: Window): PageDoubts {
  const doubts: Doubt[] = [];
  const evidence: Evidence[] = [];
  const chainOfUnit = new Map<number, number>();
  reading.chains.forEach((chain, c) => {
    for (const unit of chain.units) chainOfUnit.set(unit.index, c);
  });
  problem.pairs.forEach(({ a, b }, p) => {
    const x = chainOfUnit.get(a.index);
    const y = chainOfUnit.get(b.index);
    if (x === undefined || y === undefined) return;
    const units = reading.chains[x]?.units ?? [];
    const follows = x === y && units[units.findIndex((unit) => unit.index === a.index) + 1]?.index === b.index;
    const odds = linkOdds[p] as number;
    const span = spanOf(sheet, b);
    const id = ids.get(firstArticle + y);
    const before = ids.get(firstArticle + x);
    if (id === undefined || before === undefined) return;
    if (follows) {
      evidence.push({ stage: 'bodies', rule: 'text-goes-on', span, weight: odds });
      const confidence = logistic(FLATTEN * odds);
      if (confidence >= DOUBTED) return;
      const other: Edit[] = [{ kind: 'split', article: id, at: span.from, newId: newIdAt(span.from) }];
      doubts.push(
        doubt(
          'bodies',
          'boundary',
          'text-goes-on',
          span,
          [id],
          { key: 'textGoesOn', values: { text: quoted(sheet, b) } },
          confidence,
          other,
        ),
      );
    } else if (x !== y && b.index === a.index + 1) {
      evidence.push({ stage: 'bodies', rule: 'article-ends', span, weight: -odds });
      const confidence = logistic(-FLATTEN * odds);
      if (confidence >= DOUBTED) return;
      const other: Edit[] = [{ kind: 'merge', article: id, into: before }];
      doubts.push(
        doubt(
          'bodies',
          'boundary',
          'article-ends',
          span,
          [before, id],
          { key: 'articleEnds', values: { text: quoted(sheet, b) } },
          confidence,
          other,
        ),
      );
    }
  });
  return { doubts, evidence, candidates: {} };
}

/** Runs outside all articles that may be an article's text. */
function outsideDoubts({ sheet, odds, owners }: IssueReading): Doubt[] {
  const doubts: Doubt[] = [];
  for (let i = 0; i < sheet.lines.length; ) {
    let end = i + 1;
    if ((owners[i]?.article ?? -1) >= 0) {
      i = end;
      continue;
    }
    let sure = kindOdds(odds, i, 'out');
    while (end < sheet.lines.length && (owners[end]?.article ?? -1) < 0 && owners[end]?.role === owners[i]?.role)
      sure = Math.min(sure, kindOdds(odds, end++, 'out'));
    const span = linesSpan(sheet, i, end);
    if (sure < DOUBTED)
      doubts.push(doubt('roles', 'furniture', 'outside', span, [], { key: 'outsideOrArticle' }, sure, []));
    i = end;
  }
  return doubts;
}

function doubt(
  stage: Stage,
  kind: DoubtKind,
  rule: string,
  span: Span,
  articles: readonly ArticleId[],
  why: Doubt['why'],
  confidence: number,
  other: readonly Edit[],
): Doubt {
  const evidence: Evidence = { stage, rule, span, weight: Math.log(confidence / (1 - confidence)) };
  return {
    id: `${stage}:${rule}@${span.from}-${span.to}`,
    kind,
    span,
    articles,
    why,
    confidence,
    other,
    evidence: [evidence],
  };
}

const spanOf = (sheet: Sheet, unit: Unit): Span => linesSpan(sheet, unit.from, unit.to);

/** From the first character of line `from` to the last of the line before `to` (indices into the sheet). */
const linesSpan = (sheet: Sheet, from: number, to: number): Span => {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let i = from; i < to; i++) {
    first = Math.min(first, sheet.lines[i]?.from ?? first);
    last = Math.max(last, sheet.lines[i]?.to ?? 0);
  }
  return { from: first, to: last };
};

function quoted(sheet: Sheet, unit: Unit): string {
  const line = [...(sheet.lines[unit.from]?.text ?? '').replace(/\s+/gu, ' ')];
  return line.length > QUOTE ? `${line.slice(0, QUOTE - 1).join('')}…` : line.join('');
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id of an article that would begin at `at`: the place in base 32, so that the same text gives the same proposal. */
function newIdAt(at: Offset): ArticleId {
  let rest = at;
  let digits = '';
  for (let k = 0; k < 8; k++) {
    digits = BASE32.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return `a-${digits}`;
}
