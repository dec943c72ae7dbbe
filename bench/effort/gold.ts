/** The corpora with gold beside the checkout (../shared/corpus): issues, and who owns each line in truth. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode } from '../../electron/import/decode.ts';
import { segment } from '../../electron/segmenter/segment.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { lineText } from '../../shared/model/lines.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Role } from '../../shared/model/roles.ts';
import type { Proposal } from '../../shared/proposal.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

/** The owner that a line should have: an article of the gold, or null outside. */
export interface Truth {
  readonly article: string | null;
  readonly role: Role;
}

/** A line that shows, with its truth; null where the gold says nothing certain. */
export interface GoldLine {
  readonly number: number;
  readonly span: Span;
  readonly truth: Truth | null;
}

export interface GoldIssue {
  readonly set: string;
  readonly name: string;
  readonly issue: Issue;
  readonly lines: readonly GoldLine[];
  /** How many articles the gold has. */
  readonly articles: number;
}

export const hasCorpora = (): boolean => existsSync(CORPUS);

export const setsOf = (): readonly string[] =>
  readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The first `most` issues of a set. */
export function issuesOf(set: string, most: number): readonly GoldIssue[] {
  const names = readdirSync(join(CORPUS, set)).filter((name) => name.endsWith('.gold.tsv'));
  return names
    .sort()
    .slice(0, most)
    .map((name) => readIssue(set, name.slice(0, -'.gold.tsv'.length)));
}

function readIssue(set: string, name: string): GoldIssue {
  const base = join(CORPUS, set, name);
  const decoded = decode(readFileSync(`${base}.txt`));
  if (!('text' in decoded)) throw new Error(`${base}.txt: ${decoded.key}`);
  const issue = issueOf(decoded.text);
  const truths = truthsOf(readFileSync(`${base}.gold.tsv`, 'utf8'));
  const lines: GoldLine[] = [];
  for (let number = 1; number <= issue.lines.count; number++) {
    const span = lineText(issue.text, issue.lines, number);
    if (span) lines.push({ number, span, truth: truths.get(number) ?? null });
  }
  const articles = new Set([...truths.values()].flatMap(({ article }) => article ?? []));
  return { set, name, issue, lines, articles: articles.size };
}

/** Rows are `line, article or -, role`; a line that holds two roles (`+mixed`) is left out. */
function truthsOf(table: string): ReadonlyMap<number, Truth> {
  const truths = new Map<number, Truth>();
  for (const row of table.split('\n')) {
    const [number, article = '-', role] = row.split('\t');
    if (!number || !role || role.endsWith('+mixed')) continue;
    truths.set(Number(number), { article: article === '-' ? null : article, role: role as Role }); // the sheet's roles are ours
  }
  return truths;
}

/** What the segmenter proposes for the issue. */
export const proposalOf = ({ issue }: GoldIssue): Proposal => segment(issue.text).proposal;

/** Nothing done yet: all text outside of articles, no doubts, no candidates. */
export function nothingOf({ issue }: GoldIssue): Proposal {
  const length = issue.text.length;
  return {
    segmenter: 'none',
    doubts: [],
    candidates: {},
    review: {
      length,
      articles: [],
      outside: [{ from: 0, to: length, role: 'furniture', by: 'rule' }],
      breaks: [],
      joins: [],
      corrections: [],
      doubtsSettled: {},
      masthead: {},
      notes: [],
      returned: false,
    },
  };
}
