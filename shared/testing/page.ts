/**
 * A notation for fixtures that reads as the newspaper:
 *
 *     page(`
 *       a1 body      本报讯 （记者 冯海砚） 近日，记者在全|市妇女工作会上获悉。
 *       a1 headline  全市妇女工作会召开
 *       -  section   新闻专递
 *     `)
 *
 * `|` ends a printed line, `¶` before a line's text begins a paragraph, `␣` stands for a blank at an edge. Each row is
 * one run.
 */
import { issueOf } from '../model/issue.ts';
import type { Article, Issue, OutsideRun, Piece, Review } from '../model/review.ts';
import { type ArticleRole, headRank, type OutsideRole } from '../model/roles.ts';
import type { Proposal } from '../proposal.ts';

export interface Page {
  readonly issue: Issue;
  readonly review: Review;
  readonly proposal: Proposal;
}

export function page(notation: string): Page {
  let text = '';
  const breaks: number[] = [];
  const pieces = new Map<string, Piece[]>();
  const outside: OutsideRun[] = [];
  for (const row of notation.split('\n')) {
    const match = /^\s*(\S+)\s+(\S+)\s\s*(.*)$/.exec(row);
    if (!match) continue;
    const [, owner = '-', role = 'body', printed = ''] = match;
    const from = text.length;
    for (const line of printed.split('|')) {
      const trimmed = line.replaceAll('␣', ' ');
      if (trimmed.startsWith('¶') || text.length === from) breaks.push(text.length);
      text += `${trimmed.replace('¶', '')}\n`;
    }
    if (owner === '-')
      outside.push({ from, to: text.length, role: role as OutsideRole, by: 'rule' }); // the notation's word
    else
      pieces.set(owner, [
        ...(pieces.get(owner) ?? []),
        { kind: 'run', from, to: text.length, role: role as ArticleRole },
      ]); // likewise
  }
  const articles = [...pieces].map(
    ([id, list]): Article => ({ id, state: 'proposed', pieces: coalesced(list), credits: [], dateline: null }),
  );
  const review: Review = {
    length: text.length,
    articles,
    outside,
    breaks,
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
    notes: [],
    returned: false,
  };
  return { issue: issueOf(text), review, proposal: { segmenter: 'test', review, doubts: [], candidates: {} } };
}

/** Heads first; rows of one role that touch are one run. */
function coalesced(list: readonly Piece[]): Piece[] {
  const sorted = [...list].sort((a, b) => headRank(a.role) - headRank(b.role));
  const pieces: Piece[] = [];
  for (const piece of sorted) {
    const last = pieces.at(-1);
    const touches = last?.kind === 'run' && piece.kind === 'run' && last.to === piece.from && last.role === piece.role;
    if (touches) pieces[pieces.length - 1] = { ...last, to: piece.to };
    else pieces.push(piece);
  }
  return pieces;
}
