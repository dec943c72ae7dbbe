/**
 * `apply`: the one way in which a review changes. Pure: no clock, no randomness; new ids travel in the edit.
 * It needs the text (hence `issue`) to know blanks, line ends and sentence ends.
 */
import type { Article, ArticleId, Issue, Review } from '../model/review.ts';
import { arrange } from './arrange.ts';
import { assign, create, merge, moveArticle, movePiece, removeSupplement, split, supply } from './assign.ts';
import { breakParagraph, correct, correctAll, joinParagraphs, revert } from './corrections.ts';
import { addCredit, removeCredit, setCredit, setDateline, setMasthead, setState, settleDoubt } from './credits.ts';
import type { Applied, Edit, Refusal, Restore } from './edit.ts';
import { addNote, closeNote, removeNote, reopenNote, setNote, setReturned } from './notes.ts';
import { propose } from './propose.ts';

/** The review after the edit, with its inverse; or why it can't be made. The review given is not changed. */
export function apply(issue: Issue, review: Review, edit: Edit | Restore): Applied {
  const after = edit.kind === 'restore' ? restored(review, edit) : changed(issue, review, edit);
  return typeof after === 'string'
    ? { ok: false, why: after }
    : { ok: true, review: after, inverse: difference(review, after) };
}

function changed(issue: Issue, review: Review, edit: Edit): Review | Refusal {
  switch (edit.kind) {
    case 'assign':
      return assign(issue, review, edit);
    case 'create':
      return create(issue, review, edit);
    case 'split':
      return split(issue, review, edit);
    case 'merge':
      return merge(issue, review, edit);
    case 'movePiece':
      return movePiece(issue, review, edit);
    case 'arrange':
      return arrange(issue, review, edit);
    case 'moveArticle':
      return moveArticle(review, edit);
    case 'breakParagraph':
      return breakParagraph(issue, review, edit.at);
    case 'joinParagraphs':
      return joinParagraphs(issue, review, edit.at);
    case 'correct':
      return correct(issue, review, edit);
    case 'correctAll':
      return correctAll(issue, review, edit);
    case 'revert':
      return revert(review, edit);
    case 'supply':
      return supply(issue, review, edit);
    case 'removeSupplement':
      return removeSupplement(issue, review, edit);
    case 'addCredit':
      return addCredit(review, edit);
    case 'setCredit':
      return setCredit(review, edit);
    case 'removeCredit':
      return removeCredit(review, edit);
    case 'setDateline':
      return setDateline(review, edit);
    case 'settleDoubt':
      return settleDoubt(review, edit);
    case 'setState':
      return setState(review, edit);
    case 'setMasthead':
      return setMasthead(review, edit);
    case 'addNote':
      return addNote(issue, review, edit);
    case 'setNote':
      return setNote(review, edit);
    case 'closeNote':
      return closeNote(review, edit);
    case 'reopenNote':
      return reopenNote(review, edit);
    case 'removeNote':
      return removeNote(review, edit);
    case 'setReturned':
      return setReturned(review, edit);
    case 'propose':
      return propose(issue, review, edit.proposal);
    default:
      return edit satisfies never;
  }
}

function restored(review: Review, { articles, order, layers }: Restore): Review {
  const byId = new Map<ArticleId, Article>(review.articles.map((article) => [article.id, article]));
  for (const [id, article] of articles) {
    if (article) byId.set(id, article);
    else byId.delete(id);
  }
  const ids = order ?? review.articles.map((article) => article.id);
  return { ...review, ...layers, articles: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** What puts `before` back when `after` stands. Shares its parts with `before`. */
function difference(before: Review, after: Review): Restore {
  const articles = new Map<ArticleId, Article | null>();
  // A correction in an article that is in review already leaves the list as it is; a long replacement makes thousands.
  const isSameList = before.articles === after.articles;
  const kept = new Map(isSameList ? [] : after.articles.map((article) => [article.id, article]));
  for (const article of isSameList ? [] : before.articles) {
    if (kept.get(article.id) !== article) articles.set(article.id, article);
    kept.delete(article.id);
  }
  for (const id of kept.keys()) articles.set(id, null);
  const isSameOrder =
    isSameList ||
    (before.articles.length === after.articles.length &&
      before.articles.every((a, i) => a.id === after.articles[i]?.id));
  const { length: _, articles: __, ...layers } = before;
  const touchedLayers = Object.fromEntries(
    Object.entries(layers).filter(([name, layer]) => layer !== after[name as keyof typeof layers]), // names of `layers`
  ) as Restore['layers']; // a part of the layers of a review
  return {
    kind: 'restore',
    articles,
    ...(isSameOrder ? {} : { order: before.articles.map((article) => article.id) }),
    layers: touchedLayers,
  };
}
