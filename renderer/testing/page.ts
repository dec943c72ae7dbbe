/**
 * A notation for small issues, so that a test's page can be read:
 *
 *     page(`
 *       a1 body      本报讯 近日，记者在全
 *       a1 body      市妇女工作会上获悉。
 *       a1 headline  全市妇女工作会召开
 *       -  furniture 第二版
 *       a2 body    ¶ A paragraph starts here
 *     `)
 *
 * Each line is an owner (`-`: outside), a role and a line of the raw text, which may be empty (a blank line).
 */
import { skipBlanks } from '../../shared/model/blank.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { lineText } from '../../shared/model/lines.ts';
import type { Article, Issue, OutsideRun, Review, RunPiece } from '../../shared/model/review.ts';
import { type ArticleRole, headRank, type OutsideRole } from '../../shared/model/roles.ts';
import type { Doubt, Proposal } from '../../shared/proposal.ts';

interface Row {
  readonly owner: string;
  readonly role: string;
  readonly starts: boolean;
  readonly text: string;
}

const ROW = /^\s*(\S+)\s+([a-z]+)(?:\s*(¶))?(?: +(.*))?$/u;

function rowsOf(drawing: string): readonly Row[] {
  const rows: Row[] = [];
  for (const line of drawing.split('\n')) {
    if (line.trim() === '') continue;
    const found = ROW.exec(line);
    if (!found) throw new RangeError(`not a line of a page: ${line}`);
    const [, owner = '', role = '', mark, text = ''] = found;
    rows.push({ owner, role, starts: mark !== undefined, text });
  }
  return rows;
}

export interface Page {
  readonly issue: Issue;
  readonly review: Review;
  readonly proposal: Proposal;
}

/** The issue and the review that a drawing shows. */
export function page(drawing: string, doubts: readonly Doubt[] = []): Page {
  const rows = rowsOf(drawing);
  const issue = issueOf(`${rows.map((row) => row.text).join('\n')}\n`);
  const review = reviewOf(issue, rows);
  return { issue, review, proposal: { segmenter: 'test', review, doubts, candidates: {} } };
}

function reviewOf(issue: Issue, rows: readonly Row[]): Review {
  const pieces = new Map<string, RunPiece[]>();
  const outside: OutsideRun[] = [];
  const breaks: number[] = [];
  let last: { owner: string; role: string } | null = null;
  const add = (owner: string, role: string, from: number, to: number) => {
    if (owner === '-') outside.push({ from, to, role: role as OutsideRole, by: 'rule' });
    else pieces.set(owner, [...(pieces.get(owner) ?? []), { kind: 'run', from, to, role: role as ArticleRole }]);
  };
  let from = 0;
  rows.forEach((row, i) => {
    const line = lineText(issue.text, issue.lines, i + 1);
    if (!line) return;
    if (row.starts) breaks.push(line.from);
    if (last && (last.owner !== row.owner || last.role !== row.role)) {
      add(last.owner, last.role, from, line.from);
      from = line.from;
    }
    last = row;
  });
  if (last !== null) add((last as Row).owner, (last as Row).role, from, issue.text.length);
  const articles = [...pieces]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(
      ([id, runs]): Article => ({
        id,
        state: 'proposed',
        pieces: runs.sort((a, b) => headRank(a.role) - headRank(b.role)),
        credits: [],
        dateline: null,
      }),
    );
  return {
    length: issue.text.length,
    articles,
    outside,
    breaks: breaks.filter((at) => at === skipBlanks(issue.text, at)),
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
    notes: [],
    returned: false,
  };
}
