/**
 * What every export says of itself: how many articles, which are not settled, which doubts are open, what is left out
 * as no article's text, and the proof that every character of the issue is in one place or the other.
 */
import type {
  Conservation,
  DocumentArticle,
  DocumentDoubt,
  GalleyDocument,
  LineRange,
} from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { OUTSIDE_ROLES, type OutsideRole } from '../../shared/model/roles.ts';
import { countControls } from './control.ts';

/** Text of the issue that is in no article. */
interface LeftOut {
  readonly role: OutsideRole;
  /** Non-blank characters, UTF-16 units. */
  readonly nonBlank: number;
  readonly lines: readonly LineRange[];
}

/** An article's place in the export, 1-based, and its id. */
interface ArticlePlace {
  readonly index: number;
  readonly id: string;
}

export interface Statement {
  readonly articles: number;
  readonly unsettled: readonly ArticlePlace[];
  readonly openDoubts: readonly DocumentDoubt[];
  readonly leftOut: readonly LeftOut[];
  readonly corrections: { readonly byMachine: number; readonly byHand: number };
  readonly supplied: readonly (ArticlePlace & { readonly role: string })[];
  readonly conservation: Conservation;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** How many non-blank characters are in no article. */
const outsideOf = (conservation: Conservation): number =>
  sum(OUTSIDE_ROLES.map((role) => conservation.outside[role] ?? 0));

/**
 * Throws when the document's own counts do not add up. Nothing that loses a character may be written, so this is no
 * warning.
 */
export function assertConserved({ conservation }: GalleyDocument): void {
  const outside = outsideOf(conservation);
  if (conservation.nonBlank !== conservation.inArticles + outside)
    throw new Error(
      `not conserved: ${conservation.nonBlank} characters, ${conservation.inArticles} in articles and ${outside} outside`,
    );
  if (outside !== conservation.byRule + conservation.byEditor)
    throw new Error(
      `not conserved: ${outside} characters outside, ${conservation.byRule} by rule and ${conservation.byEditor} by editor`,
    );
}

const isOpen = (doubt: DocumentDoubt): boolean => doubt.settled === undefined;

function leftOutOf(document: GalleyDocument): readonly LeftOut[] {
  return OUTSIDE_ROLES.flatMap((role) => {
    const lines = document.furniture.filter((run) => run.role === role).flatMap((run) => run.lines);
    const nonBlank = document.conservation.outside[role] ?? 0;
    return nonBlank > 0 || lines.length > 0 ? [{ role, nonBlank, lines }] : [];
  });
}

/** Each article with its place in the issue. */
function placed(document: GalleyDocument): readonly { article: DocumentArticle; place: ArticlePlace }[] {
  const places = placesOf(document);
  return document.articles.map((article, i) => ({
    article,
    place: { index: places[i]?.index ?? i + 1, id: article.id },
  }));
}

/** The statement of a document. */
export function statementOf(document: GalleyDocument): Statement {
  const here = placed(document);
  const corrections = document.articles.flatMap((article) => article.corrections);
  const byMachine = corrections.filter((correction) => correction.by === 'machine').length;
  return {
    articles: document.articles.length,
    unsettled: here.filter(({ article }) => article.state !== 'settled').map(({ place }) => place),
    openDoubts: document.doubts.filter(isOpen),
    leftOut: leftOutOf(document),
    corrections: { byMachine, byHand: corrections.length - byMachine },
    supplied: here.flatMap(({ article, place }) =>
      article.parts.filter((part) => part.supplied !== undefined).map((part) => ({ ...place, role: part.role })),
    ),
    conservation: document.conservation,
  };
}

/** `1 article`, `2 articles`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const range = ([first, last]: LineRange): string => (first === last ? `${first}` : `${first}–${last}`);
const onLines = (ranges: readonly LineRange[]): string =>
  ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1]
    ? `line ${ranges.map(range)}`
    : `lines ${ranges.map(range).join(', ')}`;

function articlesSentence({ articles, unsettled }: Statement): string {
  if (articles === 0) return 'No articles.';
  if (unsettled.length === 0) return `${counted(articles, 'article')}, settled.`;
  if (unsettled.length === articles) return `${counted(articles, 'article')}, none of them settled.`;
  return `${counted(articles, 'article')}; not settled: ${unsettled.map((place) => place.index).join(', ')}.`;
}

/** That the file is not the whole and finished issue, in sentences; none where it is. */
function partialSentences({ articles, partial, breaks = [] }: GalleyDocument): readonly string[] {
  const stamp =
    breaks.length > 0 ? [`Not finished: exported though it breaks rules of its archive (${breaks.join(', ')}).`] : [];
  if (!partial) return stamp;
  const left = partial.articles.map(({ index, state }) => (state === 'settled' ? `${index}` : `${index} (${state})`));
  return [
    ...stamp,
    ...(left.length > 0
      ? [
          `This is a part: ${articles.length} of the issue's ${counted(partial.of, 'article')}. Left out: ${left.join(', ')}.`,
        ]
      : []),
    ...(partial.fields.length > 0 ? [`Of its articles these fields are left out: ${partial.fields.join(', ')}.`] : []),
  ];
}

function doubtsSentence({ openDoubts }: Statement): string {
  if (openDoubts.length === 0) return 'No open doubts.';
  const kinds = [...new Set(openDoubts.map((doubt) => doubt.kind))];
  const places = kinds.map(
    (kind) => `${kind}, ${onLines(openDoubts.filter((doubt) => doubt.kind === kind).map((doubt) => doubt.lines))}`,
  );
  return `${counted(openDoubts.length, 'open doubt')}: ${places.join('; ')}.`;
}

function leftOutSentence({ leftOut }: Statement): string {
  if (leftOut.length === 0) return 'Nothing is left out.';
  // A run that shares its line with an article's text has characters but no line of its own.
  const parts = leftOut.map(
    ({ role, lines, nonBlank }) => `${role}, ${lines.length > 0 ? onLines(lines) : counted(nonBlank, 'character')}`,
  );
  return `Left out as no article's text: ${parts.join('; ')}.`;
}

function conservationSentence({ conservation }: Statement): string {
  const { nonBlank, inArticles, byRule, byEditor } = conservation;
  return (
    `Conservation: ${nonBlank} non-blank characters = ${inArticles} in articles + ${outsideOf(conservation)} left out` +
    ` (${byRule} by rule, ${byEditor} by the editor). SHA-256 of the raw text put together again: ${conservation.sha256}.`
  );
}

function changesSentences({ corrections, supplied }: Statement): readonly string[] {
  const all = corrections.byMachine + corrections.byHand;
  const corrected = `${counted(all, 'correction')} applied: ${corrections.byMachine} by machine, ${corrections.byHand} by hand.`;
  const added = supplied.map(({ role, index }) => `${role} of article ${index}`);
  return [
    ...(all > 0 ? [corrected] : []),
    ...(added.length > 0 ? [`Supplied by hand, not in the source: ${added.join(', ')}.`] : []),
  ];
}

const bylinesSentence = ({ articles }: GalleyDocument): readonly string[] =>
  articles.some((article) => article.parts.some((part) => part.role === 'byline'))
    ? ['Lines that hold bylines are given as role and name.']
    : [];

/** The statement in a few words, for a list of exports: how many articles, how far they are, what is left out. */
export function summaryOf(document: GalleyDocument): string {
  const statement = statementOf(document);
  const left = statement.leftOut.map(({ role, nonBlank }) => `${role} ${nonBlank}`).join(', ');
  return [
    ...partialSentences(document),
    articlesSentence(statement),
    `${counted(statement.openDoubts.length, 'open doubt')}.`,
    left ? `Left out, in characters: ${left}.` : 'Nothing is left out.',
  ].join(' ');
}

/** What an article says, as the formats for people print it. */
const printedText = (article: DocumentArticle): string =>
  [
    article.section,
    article.kicker,
    article.headline,
    article.subhead,
    article.lede,
    ...article.bylines.flatMap((byline) => [byline.role, byline.name]),
    ...article.paragraphs.map((paragraph) => paragraph.text),
  ].join('');

function controlsSentence(document: GalleyDocument): readonly string[] {
  const n = sum(document.articles.map((article) => countControls(printedText(article))));
  return n > 0
    ? [`${counted(n, 'control character is', 'control characters are')} shown by a sign; JSON keeps them.`]
    : [];
}

/**
 * The statement in English sentences, for the formats that people read. They hold numbers and words of Galley's own
 * only, never text of the issue, so they need no escaping.
 */
export function sentencesOf(document: GalleyDocument): readonly string[] {
  const statement = statementOf(document);
  return [
    ...partialSentences(document),
    articlesSentence(statement),
    doubtsSentence(statement),
    leftOutSentence(statement),
    ...bylinesSentence(document),
    ...changesSentences(statement),
    ...controlsSentence(document),
    conservationSentence(statement),
  ];
}
