/** What a selection holds, by owner: the spans that edits are made of. */

import type { Edit } from '../../shared/edits/edit.ts';
import { isBlankText } from '../../shared/model/blank.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { type OwnedRun, ownerAt, ownersIn, ownersOf } from '../../shared/model/owners.ts';
import type { Offset, Span } from '../../shared/model/position.ts';
import type { ArticleId, Review } from '../../shared/model/review.ts';
import type { ArticleRole, OutsideRole } from '../../shared/model/roles.ts';
import type { Situation } from './command.ts';
import type { Paper } from './units.ts';

/** A part of the selection that one run holds. */
export interface Part extends Span {
  readonly run: OwnedRun;
}

/** The selection and what was set aside before it, sorted, each character once. */
export function selectedSpans({ selection, state }: Situation): readonly Span[] {
  const spans = [...state.kept, ...(selection?.spans ?? [])].sort((a, b) => a.from - b.from);
  const united: Span[] = [];
  for (const span of spans) {
    const last = united.at(-1);
    if (last && span.from < last.to) united[united.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else united.push(span);
  }
  return united;
}

/** The selected text cut at the ends of runs; parts without a printed character are left out. */
export function partsOf(situation: Situation): readonly Part[] {
  const { issue, review } = situation;
  const parts: Part[] = [];
  for (const span of selectedSpans(situation)) {
    for (const run of ownersIn(ownersOf(review), span)) {
      const part = { from: Math.max(run.from, span.from), to: Math.min(run.to, span.to), run };
      if (!isBlankText(issue.text.slice(part.from, part.to))) parts.push(part);
    }
  }
  return parts;
}

export type Target = { readonly article: ArticleId; readonly role: ArticleRole } | { readonly outside: OutsideRole };

export const assign = (span: Span, to: Target): Edit => ({
  kind: 'assign',
  span: { from: span.from, to: span.to },
  to: 'article' in to ? { article: to.article, role: to.role } : { outside: to.outside },
});

/** The owner and role of a run, as the target of an edit. */
export const targetOf = (run: OwnedRun): Target =>
  run.article === null
    ? { outside: run.role as OutsideRole } // the role of a run without an article is an outside role, by construction
    : { article: run.article, role: run.role as ArticleRole };

export const isSameTarget = (run: OwnedRun, to: Target): boolean =>
  'article' in to
    ? run.article === to.article && run.role === to.role
    : run.article === null && run.role === to.outside;

/** The article role of a run; text from outside becomes body. */
export const articleRoleOf = (run: OwnedRun): ArticleRole =>
  run.article === null ? 'body' : (run.role as ArticleRole);

/** Edits that give each part its target; parts that have it already are left, touching ones of one target made one. */
export function assignParts(parts: readonly Part[], targetFor: (part: Part) => Target | null): readonly Edit[] {
  const spans: { from: Offset; to: Offset; target: Target }[] = [];
  for (const part of parts) {
    const target = targetFor(part);
    if (!target || isSameTarget(part.run, target)) continue;
    const last = spans.at(-1);
    if (last && last.to === part.from && JSON.stringify(last.target) === JSON.stringify(target)) last.to = part.to;
    else spans.push({ from: part.from, to: part.to, target });
  }
  return spans.map(({ target, ...span }) => assign(span, target));
}

/** Number (from 1) of the article in export order; 0 when there is none of that id. */
export const numberOf = (review: Review, id: ArticleId): number =>
  review.articles.findIndex((article) => article.id === id) + 1;

/** How many non-blank lines the spans touch. */
export function linesIn({ issue }: Paper, spans: readonly Span[]): number {
  let count = 0;
  for (const span of spans) {
    const last = lineAt(issue.lines, Math.max(span.to - 1, span.from));
    for (let number = lineAt(issue.lines, span.from); number <= last; number++) {
      if (lineText(issue.text, issue.lines, number)) count++;
    }
  }
  return count;
}

/** The article that the selection is about: its owner, else the one that is shown. */
export function subject({ review, selection, article }: Situation): ArticleId | null {
  const owner = selection ? ownerAt(ownersOf(review), selection.head.from) : undefined;
  return owner?.article ?? article;
}
