/** Saying what text is: give to an article, a role, outside, a byline with its credits. */
import type { Edit } from '../../shared/edits/edit.ts';
import { findArticle } from '../../shared/model/owners.ts';
import { overlaps, type Span } from '../../shared/model/position.ts';
import type { ArticleId, Credit } from '../../shared/model/review.ts';
import type { ArticleRole, OutsideRole } from '../../shared/model/roles.ts';
import type { Act, Situation } from './command.ts';
import { creditsIn } from './credits.ts';
import { receiversOf } from './give.ts';
import {
  articleRoleOf,
  assign,
  assignParts,
  linesIn,
  numberOf,
  type Part,
  partsOf,
  selectedSpans,
  subject,
} from './parts.ts';

/** The selection belongs to that article; each part keeps its role, text from outside becomes body. */
export function giveTo(situation: Situation, article: ArticleId): Act | null {
  const { review, selection } = situation;
  if (!selection || !findArticle(review, article)) return null;
  const edits = assignParts(partsOf(situation), (part) => ({ article, role: articleRoleOf(part.run) }));
  if (edits.length === 0) return null;
  return {
    edits,
    set: { lastTarget: article, article },
    done: {
      key: 'done.give',
      values: { count: linesIn(situation, selectedSpans(situation)), article: numberOf(review, article) },
    },
  };
}

/** To the article that the picker ranks first; pressed again on the same text, to the next. Null after the last. */
export function joinBest(situation: Situation): Act | null {
  const { selection, state } = situation;
  const [owner, ...others] = new Set(partsOf(situation).map(({ run }) => run.article));
  if (!selection || owner === undefined) return null;
  const { span } = selection;
  const { joined } = state;
  const isAgain = joined?.span.from === span.from && joined.span.to === span.to && joined.tried.at(-1) === owner;
  // Text of several owners may still all go to the one of them that fits best.
  const tried = others.length > 0 ? [] : isAgain ? joined.tried : [owner];
  const best = receiversOf(situation).find(({ article }) => !tried.includes(article))?.article;
  const act = best === undefined ? null : giveTo(situation, best);
  return act && { ...act, set: { ...act.set, joined: { span, tried: [...tried, best ?? null] } } };
}

/** To the article of the last `giveTo` again. */
export const giveToLast = (situation: Situation): Act | null =>
  situation.state.lastTarget === null ? null : giveTo(situation, situation.state.lastTarget);

/**
 * The selection has that role in its article; text from outside comes into the article that is selected with it, else
 * into the one that fits it best.
 */
export function asRole(situation: Situation, role: ArticleRole): Act | null {
  const { selection } = situation;
  if (!selection) return null;
  if (role === 'byline') return asByline(situation);
  const parts = partsOf(situation);
  const into = takerOf(situation, parts);
  const edits = roleEdits(parts, role, into);
  return edits.length === 0 ? null : { edits, done: articleRoleDone(situation, parts, role, into) };
}

/** The article that takes what of the parts is outside. */
function takerOf(situation: Situation, parts: readonly Part[]): ArticleId | null {
  const owner = parts.find(({ run }) => run.article !== null)?.run.article;
  return owner ?? receiversOf(situation)[0]?.article ?? null;
}

const roleEdits = (parts: readonly Part[], role: ArticleRole, into: ArticleId | null): readonly Edit[] =>
  assignParts(parts, ({ run }) => {
    const article = run.article ?? into;
    return article === null ? null : { article, role };
  });

/** Which article took text from outside is said, too: the editor did not name it. */
function articleRoleDone(situation: Situation, parts: readonly Part[], role: ArticleRole, into: ArticleId | null) {
  const done = roleDone(situation, role);
  const owners = new Set(parts.map(({ run }) => run.article));
  if (into === null || !owners.delete(null)) return done;
  owners.delete(into);
  if (owners.size > 0) return done;
  return { key: 'done.roleIn', values: { ...done.values, article: numberOf(situation.review, into) } };
}

const roleDone = (situation: Situation, role: ArticleRole | OutsideRole) => ({
  key: 'done.role',
  values: { count: linesIn(situation, selectedSpans(situation)), role },
});

/** On whole lines the byline role, with the credits that the lines name; on part of a line a credit, the text stays. */
function asByline(situation: Situation): Act | null {
  const { selection } = situation;
  if (!selection) return null;
  const isPart = selection.unit === 'character' || selection.unit === 'segment';
  const parts = partsOf(situation);
  // Of part of a line the text stays where it is; its name is for the article that is shown.
  const into = isPart ? subject(situation) : takerOf(situation, parts);
  const role = isPart ? [] : roleEdits(parts, 'byline', into);
  const credits = parts.flatMap((part) => {
    const article = part.run.article ?? into;
    return article === null ? [] : creditEdits(situation, article, part);
  });
  const edits = [...role, ...credits];
  if (edits.length === 0) return null;
  const done = isPart
    ? { key: 'done.credit', values: { count: credits.length } }
    : articleRoleDone(situation, parts, 'byline', into);
  return { edits, done };
}

function creditEdits({ issue, review }: Situation, article: ArticleId, span: Span): readonly Edit[] {
  const known = findArticle(review, article)?.credits ?? [];
  const isNew = (credit: Credit) =>
    !known.some((other) => other.span && credit.span && overlaps(other.span, credit.span));
  return creditsIn(issue.text, span)
    .filter(isNew)
    .map((credit) => ({ kind: 'addCredit', article, credit }));
}

/** The selection is outside of all articles. */
export function asOutside(situation: Situation, role: OutsideRole): Act | null {
  const parts = partsOf(situation);
  const others = parts.filter(({ run }) => run.article !== null || run.role !== role);
  if (others.length === 0) return null;
  const edits = assignParts(others, () => ({ outside: role }));
  return { edits, set: { lastOutside: role }, done: roleDone(situation, role) };
}

/** Outside in the last role that was given so, else in that of what stands outside nearest by; furniture where nothing does. */
export function asOutsideAlike(situation: Situation): Act | null {
  const { review, selection, state } = situation;
  if (!selection) return null;
  const { from, to } = selection.span;
  const distance = (run: Span) => Math.max(run.from - to, from - run.to);
  const [near] = review.outside.toSorted((a, b) => distance(a) - distance(b));
  return asOutside(situation, state.lastOutside ?? near?.role ?? 'furniture');
}

export const asOutsideAgain = (situation: Situation): Act | null =>
  situation.state.lastOutside === null ? null : asOutside(situation, situation.state.lastOutside);

/** A new article from the selection; from a single line on within an article, a split there. */
export function newArticle(situation: Situation): Act | null {
  const { selection, newId } = situation;
  const parts = partsOf(situation);
  const [first, ...rest] = parts;
  if (!selection || !first) return null;
  const id = newId();
  const done = { key: 'done.create', values: {} };
  const isPlace = selectedSpans(situation).length === 1 && linesIn(situation, selectedSpans(situation)) <= 1;
  const splits = isPlace && first.run.article !== null && hasTextBefore(situation, first);
  if (splits) {
    const edit: Edit = { kind: 'split', article: first.run.article ?? '', at: first.from, newId: id };
    return { edits: [edit], set: { article: id }, done };
  }
  const edits: Edit[] = [
    { kind: 'create', span: { from: first.from, to: first.to }, role: articleRoleOf(first.run), newId: id },
    ...rest.map((part) => assign(part, { article: id, role: articleRoleOf(part.run) })),
  ];
  return { edits, set: { article: id }, done };
}

/** Whether the article has text in reading order before the part, so that something stays when it is split there. */
function hasTextBefore({ review }: Situation, part: Part): boolean {
  const article = part.run.article === null ? undefined : findArticle(review, part.run.article);
  const first = article?.pieces.find((piece) => piece.kind === 'run');
  return first?.kind === 'run' && !(first.from <= part.from && part.from <= first.from);
}
