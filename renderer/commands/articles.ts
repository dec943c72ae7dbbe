/** Articles as a worklist: next, settle, reorder; and the pieces of one article. */
import type { Edit } from '../../shared/edits/edit.ts';
import { skipBlanks } from '../../shared/model/blank.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../../shared/model/owners.ts';
import type { Article, ArticleId, RunPiece } from '../../shared/model/review.ts';
import { isHeadRole } from '../../shared/model/roles.ts';
import type { Act, Situation } from './command.ts';
import { doubtsAbout, openDoubts } from './doubts.ts';
import { numberOf, subject } from './parts.ts';
import { type Direction, selectLineAt } from './selection.ts';

/** The next or previous article in reading order. */
export function nextArticle({ review, article }: Situation, direction: Direction): Act | null {
  const i = review.articles.findIndex(({ id }) => id === article);
  const next = review.articles[i < 0 ? 0 : i + direction];
  return next ? { show: next.id } : null;
}

/** Settles the article; its open doubts are passed over. Goes on to the next that is not settled. */
export function settleArticle(situation: Situation): Act | null {
  const { review, state } = situation;
  const id = situation.article;
  const article = id === null ? undefined : findArticle(review, id);
  if (!article || article.state === 'settled') return null;
  const passed = doubtsAbout(state, article.id);
  const edits: readonly Edit[] = [
    ...passed.map((doubt): Edit => ({ kind: 'settleDoubt', id: doubt.id, choice: 'passed over' })),
    { kind: 'setState', article: article.id, state: 'settled' },
  ];
  const next = nextUnsettled(review.articles, article.id);
  return {
    edits,
    ...(next === null ? {} : { show: next }),
    done: { key: 'done.settle', values: { article: numberOf(review, article.id), doubts: passed.length } },
  };
}

/** The next article after `id` that is not settled, from the beginning again at the end. */
function nextUnsettled(articles: readonly Article[], id: ArticleId): ArticleId | null {
  const i = articles.findIndex((article) => article.id === id);
  const order = [...articles.slice(i + 1), ...articles.slice(0, i)];
  return order.find((article) => article.state !== 'settled')?.id ?? null;
}

/** Puts a settled article back to review. */
export function reopenArticle({ review, article: id }: Situation): Act | null {
  const article = id === null ? undefined : findArticle(review, id);
  if (article?.state !== 'settled') return null;
  return {
    edits: [{ kind: 'setState', article: article.id, state: 'in review' }],
    done: { key: 'done.reopen', values: { article: numberOf(review, article.id) } },
  };
}

/** Settles every article that has no open doubt, and says how many remain. */
export function settleIssue({ review, state }: Situation): Act | null {
  const doubted = new Set(openDoubts(state).flatMap((doubt) => doubt.articles));
  const open = review.articles.filter((article) => article.state !== 'settled');
  const clear = open.filter((article) => !doubted.has(article.id));
  if (open.length === 0) return null;
  return {
    edits: clear.map(({ id }): Edit => ({ kind: 'setState', article: id, state: 'settled' })),
    done: { key: 'done.settleIssue', values: { count: clear.length, left: open.length - clear.length } },
  };
}

/** Moves the article up or down in the order of export. */
export function moveArticle({ review, article: id }: Situation, direction: Direction): Act | null {
  const { articles } = review;
  const i = articles.findIndex((article) => article.id === id);
  const target = i + direction;
  if (id === null || i < 0 || target < 0 || target >= articles.length) return null;
  const before = articles[direction > 0 ? i + 2 : i - 1]?.id ?? null;
  return {
    edits: [{ kind: 'moveArticle', article: id, before }],
    done: { key: 'done.moveArticle', values: { article: i + 1, place: target + 1 } },
  };
}

/** Where an article can be looked at: its head, then each part that stands apart, in reading order. */
function stopsOf(article: Article): readonly RunPiece[] {
  const runs = runsOf(article);
  return runs.filter((run, i) => {
    const before = runs[i - 1];
    return !before || (before.to !== run.from && !(isHeadRole(before.role) && isHeadRole(run.role)));
  });
}

/** The article's next piece: head → part 1 → part 2 → head. */
export function otherPiece(situation: Situation, direction: Direction): Act | null {
  const { issue, review, selection } = situation;
  const id = subject(situation);
  const article = id === null ? undefined : findArticle(review, id);
  if (!article) return null;
  const stops = stopsOf(article);
  if (stops.length < 2) return null;
  const run = selection ? ownerAt(ownersOf(review), selection.head.from) : undefined;
  const here = runsOf(article).findIndex((piece) => piece.from === run?.from);
  const order = runsOf(article);
  const i = here < 0 ? -1 : stops.findLastIndex((stop) => order.indexOf(stop) <= here);
  const next = stops[(i + direction + stops.length) % stops.length];
  const line = next && selectLineAt(situation, skipBlanks(issue.text, next.from));
  return line ? { select: line, set: { article: article.id } } : null;
}

/** Shows only this article's lines, or all again. */
export function onlyArticle(situation: Situation): Act | null {
  const id = subject(situation);
  if (situation.state.only !== null) return { set: { only: null }, done: { key: 'done.showAll' } };
  if (id === null) return null;
  return { set: { only: id }, done: { key: 'done.only', values: { article: numberOf(situation.review, id) } } };
}

/** Asks the article pane for the caret at the selected place. */
export function editHere(situation: Situation): Act | null {
  const { review, selection, article, issue } = situation;
  const owner = selection ? ownerAt(ownersOf(review), selection.head.from) : undefined;
  if (owner?.article && selection) {
    const at = { raw: selection.head.from };
    return { set: { article: owner.article, caretRequest: { article: owner.article, at } } };
  }
  const shown = article === null ? undefined : findArticle(review, article);
  const first = shown && runsOf(shown)[0];
  if (!shown || !first) return null;
  return { set: { caretRequest: { article: shown.id, at: { raw: skipBlanks(issue.text, first.from) } } } };
}

/** Asks the article pane for the caret in the headline, to supply one that the raw text lacks. */
export function supplyHeadline(situation: Situation): Act | null {
  const article = subject(situation);
  return article === null ? null : { set: { article, caretRequest: { article, at: { field: 'headline' } } } };
}
