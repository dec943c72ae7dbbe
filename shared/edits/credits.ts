/** Edits of credits, datelines, states, doubts and the masthead: they change no owner of text. */
import { findArticle } from '../model/owners.ts';
import type { Article, Credit, Masthead, Review } from '../model/review.ts';
import type { Edit, Refusal } from './edit.ts';
import { touched, withArticle } from './pieces.ts';

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>;
type Changed = Review | Refusal;

/** Changes one article, or says why not. */
function change(review: Review, id: string, how: (article: Article) => Article | Refusal): Changed {
  const article = findArticle(review, id);
  if (!article) return 'no such article';
  const changed = how(article);
  return typeof changed === 'string' ? changed : withArticle(review, changed);
}

const isWithin = (review: Review, credit: Credit) => !credit.span || credit.span.to <= review.length;

export const addCredit = (review: Review, edit: Of<'addCredit'>): Changed =>
  change(review, edit.article, (article) => {
    if (!isWithin(review, edit.credit)) return 'span is outside the text';
    const at = edit.at ?? article.credits.length;
    if (at > article.credits.length) return 'no such credit';
    return { ...touched(article), credits: article.credits.toSpliced(at, 0, edit.credit) };
  });

export const setCredit = (review: Review, edit: Of<'setCredit'>): Changed =>
  change(review, edit.article, (article) => {
    if (!article.credits[edit.index]) return 'no such credit';
    if (!isWithin(review, edit.credit)) return 'span is outside the text';
    return { ...touched(article), credits: article.credits.with(edit.index, edit.credit) };
  });

export const removeCredit = (review: Review, edit: Of<'removeCredit'>): Changed =>
  change(review, edit.article, (article) =>
    article.credits[edit.index]
      ? { ...touched(article), credits: article.credits.toSpliced(edit.index, 1) }
      : 'no such credit',
  );

export const setDateline = (review: Review, edit: Of<'setDateline'>): Changed =>
  change(review, edit.article, (article) => {
    if (edit.dateline && edit.dateline.span.to > review.length) return 'span is outside the text';
    return { ...touched(article), dateline: edit.dateline };
  });

export const setState = (review: Review, edit: Of<'setState'>): Changed =>
  change(review, edit.article, (article) =>
    article.state === edit.state ? 'nothing to change' : { ...article, state: edit.state },
  );

export const settleDoubt = (review: Review, edit: Of<'settleDoubt'>): Changed =>
  Object.hasOwn(review.doubtsSettled, edit.id) && review.doubtsSettled[edit.id] === edit.choice
    ? 'nothing to change'
    : { ...review, doubtsSettled: { ...review.doubtsSettled, [edit.id]: edit.choice } };

export function setMasthead(review: Review, edit: Of<'setMasthead'>): Changed {
  if ((review.masthead[edit.field] ?? '') === edit.value) return 'nothing to change';
  const { [edit.field]: _, ...others } = review.masthead;
  const masthead: Masthead = edit.value === '' ? others : { ...others, [edit.field]: edit.value };
  return { ...review, masthead };
}
