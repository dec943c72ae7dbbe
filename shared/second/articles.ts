/** What two reviews that agree on owners may still see otherwise: order, paragraphs, text, bylines, the masthead. */
import type { Edit } from '../edits/edit.ts';
import { compareCorrections, homeOf, isInsertion } from '../model/corrections.ts';
import { findArticle, firstPlace, ownerAt, ownersOf, runsOf } from '../model/owners.ts';
import { type Offset, overlaps } from '../model/position.ts';
import {
  type Article,
  type ArticleId,
  type Correction,
  type Credit,
  type Issue,
  MASTHEAD_FIELDS,
  type Piece,
  type Review,
  type SupplementPiece,
} from '../model/review.ts';
import { isParagraphRole, isSameField } from '../model/roles.ts';
import { has } from '../model/sorted.ts';
import { isSupplied } from './align.ts';
import { type Difference, freeId } from './difference.ts';

/** An article of mine with the one of theirs that stands for it. */
export interface Pair {
  readonly mine: Article;
  readonly theirs: Article;
}

/** Where the article begins, for what has no place of its own. */
function placeOf(article: Article): Pick<Difference, 'span' | 'mark'> {
  const first = firstPlace(article);
  const hasPlace = Number.isFinite(first);
  const at = hasPlace ? first : 0;
  return { span: { from: at, to: at }, ...(hasPlace ? {} : { mark: article.id }) };
}

/** The order of the articles that both have. */
export function orderDifference(
  mine: Review,
  theirs: Review,
  pairs: ReadonlyMap<ArticleId, ArticleId>,
): readonly Difference[] {
  const home = new Map([...pairs].map(([own, other]) => [other, own]));
  const wanted = theirs.articles.flatMap(({ id }) => home.get(id) ?? []);
  const order = mine.articles.map(({ id }) => id);
  const edits: Edit[] = [];
  for (let i = wanted.length - 1; i >= 0; i--) {
    const [id, before] = [wanted[i] as ArticleId, wanted[i + 1] ?? null]; // in range by the loop's bounds
    const isThere = before === null ? order.at(-1) === id : order[order.indexOf(before) - 1] === id;
    if (isThere) continue;
    order.splice(order.indexOf(id), 1);
    order.splice(before === null ? order.length : order.indexOf(before), 0, id);
    edits.push({ kind: 'moveArticle', article: id, before });
  }
  const both = mine.articles.filter(({ id }) => pairs.has(id)).map(({ id }) => id);
  if (both.every((id, i) => id === wanted[i])) return [];
  const first = both.find((id, i) => id !== wanted[i]) ?? '';
  const article = findArticle(mine, first);
  return article ? [{ kind: 'order', ...placeOf(article), articles: [first], edits }] : [];
}

const keyOf = (piece: Piece): string =>
  piece.kind === 'run' ? `${piece.from} ${piece.to} ${piece.role}` : `${piece.role} ${piece.text}`;

/** Which characters an article holds in which role, in whatever order: runs of a role that touch are one. */
function holdings({ pieces }: Article): string {
  const runs = pieces.filter((piece) => piece.kind === 'run').sort((a, b) => a.from - b.from);
  const held: { from: Offset; to: Offset; role: string }[] = [];
  for (const { from, to, role } of runs) {
    const last = held.at(-1);
    if (last?.to === from && last.role === role) last.to = to;
    else held.push({ from, to, role });
  }
  const supplied = pieces.filter((piece) => piece.kind === 'supplement').map(keyOf);
  return [...held.map(({ from, to, role }) => `${from} ${to} ${role}`), ...supplied.sort()].join('\n');
}

/** The order of an article's parts, where both hold the same text; taken by one edit, which parts what touches in mine. */
export function partsDifference({ mine, theirs }: Pair): readonly Difference[] {
  const [own, wanted] = [mine.pieces.map(keyOf), theirs.pieces.map(keyOf)];
  if (own.join('\n') === wanted.join('\n') || holdings(mine) !== holdings(theirs)) return [];
  const edit: Edit = { kind: 'arrange', article: mine.id, parts: arranged(mine, theirs) };
  return [{ kind: 'parts', ...placeOf(mine), articles: [mine.id], edits: [edit] }];
}

type Parts = Extract<Edit, { kind: 'arrange' }>['parts'];

/** Theirs in parts of mine: cut where mine has two runs, supplied text by the name that it has in mine. */
function arranged(mine: Article, theirs: Article): Parts {
  const runs = runsOf(mine).toSorted((a, b) => a.from - b.from);
  const left = mine.pieces.filter((piece) => piece.kind === 'supplement');
  return theirs.pieces.flatMap((piece): Parts => {
    if (piece.kind === 'run')
      return runs
        .filter((run) => overlaps(run, piece))
        .map(({ from, to }) => ({ from: Math.max(from, piece.from), to: Math.min(to, piece.to) }));
    const at = left.findIndex((own) => keyOf(own) === keyOf(piece));
    return left.splice(at, 1).map(({ id }) => ({ supplement: id }));
  });
}

/** Where the paragraphs of an article begin, the first of each field aside. */
function paragraphStarts(review: Review, article: Article): ReadonlySet<Offset> {
  const starts = new Set<Offset>();
  article.pieces.forEach((piece, i) => {
    if (piece.kind !== 'run' || !isParagraphRole(piece.role)) return;
    const before = article.pieces.slice(0, i).findLast((other) => isSameField(other.role, piece.role));
    if (before && !has(review.joins, piece.from)) starts.add(piece.from);
    for (const at of review.breaks) if (piece.from < at && at < piece.to) starts.add(at);
  });
  return starts;
}

/**
 * One for each place, so that each is settled by itself. Left out where the owners differ: places that the other gives to
 * another article, and seams between parts while the parts are not the same.
 */
export function paragraphDifferences(mine: Review, theirs: Review, pair: Pair): readonly Difference[] {
  const [own, other] = [paragraphStarts(mine, pair.mine), paragraphStarts(theirs, pair.theirs)];
  const isAlike = pair.mine.pieces.map(keyOf).join('\n') === pair.theirs.pieces.map(keyOf).join('\n');
  const isHere = (review: Review, { id }: Article, at: Offset) => {
    const owner = ownerAt(ownersOf(review), at);
    return owner?.article === id && (isAlike || owner.from < at);
  };
  const isBoth = (at: Offset) => isHere(mine, pair.mine, at) && isHere(theirs, pair.theirs, at);
  const difference = (kind: 'break' | 'join', at: Offset): Difference => ({
    kind,
    span: { from: at, to: at },
    articles: [pair.mine.id],
    edits: [kind === 'break' ? { kind: 'breakParagraph', at } : { kind: 'joinParagraphs', at }],
  });
  return [
    ...[...other].filter((at) => !own.has(at) && isBoth(at)).map((at) => difference('break', at)),
    ...[...own].filter((at) => !other.has(at) && isBoth(at)).map((at) => difference('join', at)),
  ];
}

const isSameCorrection = (a: Correction, b: Correction): boolean =>
  compareCorrections(a, b) === 0 && a.span.to === b.span.to && a.text === b.text;

/** The corrections in articles: how text outside reads matters to nobody. */
const inArticles = (review: Review): readonly Correction[] =>
  review.corrections.filter(({ span, side }) => {
    const owner = ownerAt(ownersOf(review), Math.max(homeOf(span, side), 0));
    return owner?.article != null;
  });

/** Corrections that touch are one difference. Who made them does not matter. */
export function textDifferences({ text }: Issue, mine: Review, theirs: Review): readonly Difference[] {
  const only = (list: readonly Correction[], others: readonly Correction[]) => {
    const byPlace = new Map(others.map((one) => [`${one.span.from} ${one.span.to} ${one.side}`, one]));
    return list.filter((one) => {
      const other = byPlace.get(`${one.span.from} ${one.span.to} ${one.side}`);
      return !other || !isSameCorrection(one, other);
    });
  };
  const [inMine, inTheirs] = [inArticles(mine), inArticles(theirs)];
  const [own, others] = [only(inMine, inTheirs), only(inTheirs, inMine)];
  const all = [...own.map((one) => ({ one, isMine: true })), ...others.map((one) => ({ one, isMine: false }))];
  all.sort((a, b) => compareCorrections(a.one, b.one));
  const groups: { from: Offset; to: Offset; list: typeof all }[] = [];
  for (const next of all) {
    const { from, to } = next.one.span;
    const group = groups.at(-1);
    if (group && from <= group.to) {
      group.list.push(next);
      group.to = Math.max(group.to, to);
    } else groups.push({ from, to, list: [next] });
  }
  return groups.map(({ from, to, list }) => {
    const of = (isMine: boolean) => list.filter((one) => one.isMine === isMine).map(({ one }) => one);
    const home = list[0] ? homeOf(list[0].one.span, list[0].one.side) : from;
    const owner = ownerAt(ownersOf(mine), Math.max(home, 0))?.article ?? null;
    return {
      kind: 'text',
      span: { from, to },
      articles: owner === null ? [] : [owner],
      words: { mine: readingOf(text, from, to, of(true)), theirs: readingOf(text, from, to, of(false)) },
      edits: [
        ...of(true).map(({ span, side }): Edit => ({ kind: 'revert', span, ...(side && { side }) })),
        ...of(false).map(
          ({ span, side, text: reads, by }): Edit => ({
            kind: 'correct',
            span,
            ...(side && { side }),
            text: reads,
            by,
          }),
        ),
      ],
    };
  });
}

/** What stands in the span by these corrections, with a character on either side where it is nothing. */
function readingOf(text: string, from: Offset, to: Offset, corrections: readonly Correction[]): string {
  let read = '';
  let at = from;
  for (const { span, text: reads } of corrections) {
    read += text.slice(at, span.from) + reads;
    at = isInsertion(span) ? span.from : span.to;
  }
  return read + text.slice(at, to);
}

const supplements = ({ pieces }: Article): readonly SupplementPiece[] =>
  pieces.filter((piece) => piece.kind === 'supplement');

/** Text that only one of them supplied, all of an article at once. */
export function suppliedDifference({ mine, theirs }: Pair): readonly Difference[] {
  const [own, others] = [supplements(mine), supplements(theirs)];
  const [ownKeys, otherKeys] = [own.map(keyOf), others.map(keyOf)];
  const gone = own.filter((_, i) => !otherKeys.includes(ownKeys[i] ?? ''));
  const added = others.filter((_, i) => !ownKeys.includes(otherKeys[i] ?? ''));
  if (gone.length === 0 && added.length === 0) return [];
  const taken = new Set(own.map(({ id }) => id));
  const freeId = (id: string): string => (taken.has(id) ? freeId(`${id}'`) : id);
  const words = (list: readonly SupplementPiece[]) => list.map(({ text }) => text).join(' · ');
  return [
    {
      kind: 'supplied',
      ...placeOf(mine),
      articles: [mine.id],
      words: { mine: words(gone), theirs: words(added) },
      // First what is added: an article must not be empty between.
      edits: [
        ...added.map(({ id, role, text }): Edit => ({ kind: 'supply', article: mine.id, role, id: freeId(id), text })),
        ...gone.map(({ id }): Edit => ({ kind: 'removeSupplement', article: mine.id, id })),
      ],
    },
  ];
}

/** Articles of nothing but supplied text that only one of them has. */
export function suppliedArticles(
  mine: Review,
  theirs: Review,
  pairs: ReadonlyMap<ArticleId, ArticleId>,
): readonly Difference[] {
  const taken = new Set(pairs.values());
  const lone = (review: Review, isPaired: (id: ArticleId) => boolean) =>
    review.articles.filter((article) => isSupplied(article) && !isPaired(article.id));
  const words = (article: Article) =>
    supplements(article)
      .map(({ text }) => text)
      .join(' · ');
  return [
    ...lone(mine, (id) => pairs.has(id)).map((article): Difference => {
      const gone = supplements(article).map(({ id }): Edit => ({ kind: 'removeSupplement', article: article.id, id }));
      const said = { mine: words(article), theirs: '' };
      return { kind: 'supplied', ...placeOf(article), articles: [article.id], words: said, edits: gone };
    }),
    ...lone(theirs, (id) => taken.has(id)).map((article): Difference => {
      const id = findArticle(mine, article.id) ? freeId(mine, article.id) : article.id;
      const made = supplements(article).map(
        (piece, i): Edit => ({
          kind: 'supply',
          article: id,
          role: piece.role,
          id: piece.id,
          text: piece.text,
          ...(i === 0 && { isNew: true }),
        }),
      );
      const said = { mine: '', theirs: words(article) };
      return { kind: 'supplied', ...placeOf(article), articles: [], words: said, edits: made };
    }),
  ];
}

const creditKey = ({ role, name, span, incomplete, supplied }: Credit): string =>
  JSON.stringify([role, name, span?.from, span?.to, incomplete, supplied]);

export function bylineDifference({ mine, theirs }: Pair): readonly Difference[] {
  if (mine.credits.map(creditKey).join() === theirs.credits.map(creditKey).join()) return [];
  const words = (credits: readonly Credit[]) => credits.map(({ role, name }) => `${role} ${name}`).join(' · ');
  const span = [...mine.credits, ...theirs.credits].find((credit) => credit.span)?.span;
  return [
    {
      kind: 'bylines',
      ...(span ? { span } : placeOf(mine)),
      articles: [mine.id],
      words: { mine: words(mine.credits), theirs: words(theirs.credits) },
      edits: [
        ...mine.credits.map((): Edit => ({ kind: 'removeCredit', article: mine.id, index: 0 })),
        ...theirs.credits.map((credit): Edit => ({ kind: 'addCredit', article: mine.id, credit })),
      ],
    },
  ];
}

export function datelineDifference({ mine, theirs }: Pair): readonly Difference[] {
  const [own, other] = [mine.dateline, theirs.dateline];
  if (own?.text === other?.text && own?.span.from === other?.span.from && own?.span.to === other?.span.to) return [];
  const span = own?.span ?? other?.span;
  return [
    {
      kind: 'dateline',
      ...(span ? { span } : placeOf(mine)),
      articles: [mine.id],
      words: { mine: own?.text ?? '', theirs: other?.text ?? '' },
      edits: [{ kind: 'setDateline', article: mine.id, dateline: other }],
    },
  ];
}

export function mastheadDifferences(mine: Review, theirs: Review): readonly Difference[] {
  return MASTHEAD_FIELDS.flatMap((field, i): readonly Difference[] => {
    const [own, other] = [mine.masthead[field] ?? '', theirs.masthead[field] ?? ''];
    if (own === other) return [];
    const edits: readonly Edit[] = [{ kind: 'setMasthead', field, value: other }];
    // It has no place in the text; its number keeps the ids of two fields apart.
    return [{ kind: 'masthead', span: { from: 0, to: i }, articles: [], words: { mine: own, theirs: other }, edits }];
  });
}
