/**
 * The gold of ../shared/corpus as what page reading would hand over if it were right: lines with their owners, runs in the
 * order in which the gold's paragraphs have them. For tests; nothing of it ships.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { issueOf } from '../../../../shared/model/issue.ts';
import { lineText } from '../../../../shared/model/lines.ts';
import type { Issue, OutsideRun, RunPiece } from '../../../../shared/model/review.ts';
import { headRank, OUTSIDE_ROLES, type Role } from '../../../../shared/model/roles.ts';
import type { Assigned, AssignedArticle } from '../../stages.ts';

/** The corpus beside the checkout; CI has it there. */
const CORPUS = resolve(import.meta.dirname, '../../../../../shared/corpus');

export const hasCorpus = existsSync(CORPUS);

interface GoldArticle {
  readonly paragraphs?: readonly { readonly text: string }[];
  readonly bylines?: readonly { readonly name: string }[];
}

export interface GoldIssue {
  readonly name: string;
  readonly assigned: Assigned;
  readonly articles: { readonly [id: string]: GoldArticle };
}

/** The issues of one set, each with its gold. */
export function goldIssues(set: string): readonly GoldIssue[] {
  const folder = resolve(CORPUS, set);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.tsv'))
    .sort()
    .map((file) => goldIssue(resolve(folder, file.slice(0, -'.gold.tsv'.length))));
}

interface GoldFile {
  readonly encoding?: string;
  readonly articles: { readonly [id: string]: GoldArticle };
}

function goldIssue(base: string): GoldIssue {
  const gold = JSON.parse(readFileSync(`${base}.articles.json`, 'utf8')) as GoldFile; // the corpus' README gives the form
  const bytes = readFileSync(`${base}.txt`);
  const text = new TextDecoder(gold.encoding ?? 'utf-8')
    .decode(bytes)
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  const issue = issueOf(text);
  const runs = runsOf(issue, readFileSync(`${base}.gold.tsv`, 'utf8'));
  const outside = runs.filter((run) => run.article === '-').map(outsideRun);
  const ids = [...new Set(runs.map((run) => run.article))].filter((id) => id !== '-');
  const articles = ids.map((id) => articleOf(issue, id, runs, gold.articles[id]));
  return {
    name: base.replace(/^.*\//u, ''),
    assigned: { issue, articles, outside, doubts: [], evidence: [] },
    articles: gold.articles,
  };
}

interface GoldRun {
  readonly from: number;
  to: number;
  readonly article: string;
  readonly role: Role;
}

/** Runs that tile the text: neighbouring lines of one owner and role. */
function runsOf(issue: Issue, table: string): readonly GoldRun[] {
  const owners = new Map(
    table.split('\n').map((row) => {
      const [line, article = '-', role = 'furniture'] = row.split('\t');
      return [Number(line), { article, role: role.replace('+mixed', '') as Role }]; // the gold's roles are ours
    }),
  );
  const runs: GoldRun[] = [];
  for (let number = 1; number <= issue.lines.count; number++) {
    const span = lineText(issue.text, issue.lines, number);
    if (!span) continue;
    const owner = owners.get(number) ?? { article: '-', role: 'furniture' as const };
    const last = runs.at(-1);
    if (last && last.article === owner.article && last.role === owner.role) continue;
    if (last) last.to = span.from;
    runs.push({ from: last ? span.from : 0, to: issue.text.length, ...owner });
  }
  return runs;
}

const outsideRoles: ReadonlySet<string> = new Set(OUTSIDE_ROLES);

const outsideRun = ({ from, to, role }: GoldRun): OutsideRun => ({
  from,
  to,
  role: outsideRoles.has(role) ? (role as OutsideRun['role']) : 'furniture', // checked
  by: 'rule',
});

function articleOf(issue: Issue, id: string, runs: readonly GoldRun[], gold: GoldArticle | undefined): AssignedArticle {
  const whole = squash((gold?.paragraphs ?? []).map((p) => p.text).join(''));
  let last = 0;
  const placed = runs
    .filter((run) => run.article === id)
    .map((run) => {
      const start = squash(issue.text.slice(run.from, run.to)).slice(0, 8);
      const found = run.role === 'body' || run.role === 'caption' ? whole.indexOf(start) : -1;
      last = found >= 0 ? found : last;
      const piece = { kind: 'run', from: run.from, to: run.to, role: run.role } as RunPiece; // an article's role
      return { piece, place: last };
    });
  placed.sort((a, b) => headRank(a.piece.role) - headRank(b.piece.role) || a.place - b.place);
  return { id, pieces: placed.map(({ piece }) => piece) };
}

/** Without white space, as the score sheet compares. */
export const squash = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
