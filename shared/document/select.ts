/**
 * A part of a document: some of its articles, some of their fields. What is left out is said in the part itself
 * (`partial`), so that no file made of it can be taken for the whole issue.
 */
import type {
  DocumentArticle,
  DocumentDoubt,
  DocumentOutside,
  DocumentPartial,
  ExportField,
  GalleyDocument,
  SpanPair,
} from './document.ts';
import { EXPORT_FIELDS } from './document.ts';

export interface Selection {
  /** Whether an article is in. */
  readonly article: (article: DocumentArticle) => boolean;
  /** The fields that are in. */
  readonly fields: readonly ExportField[];
  /** A file of one article leaves the text outside articles to the issue's own file. */
  readonly outside: boolean;
}

/** Everything: `select` gives the document back. */
export const WHOLE: Selection = { article: () => true, fields: EXPORT_FIELDS, outside: true };

/** What the selection leaves of the document. Without `partial` when nothing is left out. */
export function select(document: GalleyDocument, selection: Selection): GalleyDocument {
  const partial = partialOf(document, selection);
  if (partial === null) return document;
  const articles = document.articles.filter(selection.article).map((one) => withFields(one, selection.fields));
  const ids = new Set(articles.map(({ id }) => id));
  return {
    ...document,
    partial,
    articles,
    furniture: selection.outside ? document.furniture : document.furniture.filter((run) => isAbout(run, ids)),
    doubts: document.doubts.filter((doubt) => isAbout(doubt, ids)),
  };
}

/** What a document lacks: `before` of it had been left out already. */
function partialOf(document: GalleyDocument, { article, fields }: Selection): DocumentPartial | null {
  const places = placesOf(document);
  const left = document.articles.flatMap((one, i) => {
    const index = places[i]?.index;
    return article(one) || index === undefined ? [] : [{ index, id: one.id, state: one.state }];
  });
  const without = EXPORT_FIELDS.filter((field) => !fields.includes(field));
  const lacking = without.filter((field) => document.articles.some((one) => article(one) && holds(one, field)));
  if (left.length === 0 && lacking.length === 0) return null;
  return { of: document.articles.length, articles: left, fields: lacking };
}

/** The place of each article of the document in its issue, from 1, and how many the issue has. */
export function placesOf({ articles, partial }: GalleyDocument): readonly { index: number; of: number }[] {
  const left = new Set(partial?.articles.map(({ index }) => index));
  const of = partial?.of ?? articles.length;
  const here = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !left.has(index));
  return articles.map((_, i) => ({ index: here[i] ?? i + 1, of }));
}

/** A field of an article was left out of this document, which is not to say that the article has none. */
export const lacks = ({ partial }: GalleyDocument, field: ExportField): boolean =>
  partial?.fields.includes(field) ?? false;

const isAbout = ({ articles }: DocumentOutside | DocumentDoubt, ids: ReadonlySet<string>): boolean =>
  articles?.some((id) => ids.has(id)) ?? false;

const isCaption = ({ role }: DocumentArticle['paragraphs'][number]): boolean => role === 'caption';

function holds(article: DocumentArticle, field: ExportField): boolean {
  switch (field) {
    case 'section':
    case 'kicker':
    case 'headline':
    case 'subhead':
    case 'lede':
      return Boolean(article[field]);
    case 'dateline':
      return article.dateline !== null;
    case 'bylines':
      return article.bylines.length > 0;
    case 'captions':
      return article.paragraphs.some(isCaption);
    case 'body':
      return article.paragraphs.some((one) => !isCaption(one));
    default:
      return field satisfies never;
  }
}

/** The field that a part of an article belongs to. */
const FIELD_OF: { readonly [role in DocumentArticle['parts'][number]['role']]: ExportField } = {
  kicker: 'kicker',
  headline: 'headline',
  subhead: 'subhead',
  lede: 'lede',
  byline: 'bylines',
  caption: 'captions',
  body: 'body',
  // A line of its own that says where the text is from is printed with the text.
  dateline: 'body',
};

function withFields(article: DocumentArticle, fields: readonly ExportField[]): DocumentArticle {
  const has = (field: ExportField) => fields.includes(field);
  const { section, ...rest } = article;
  const parts = article.parts.filter(({ role }) => has(FIELD_OF[role]));
  const isHere = isWithin(parts.flatMap(({ spans }) => spans));
  return {
    ...rest,
    ...(section !== undefined && has('section') && { section }),
    kicker: has('kicker') ? article.kicker : null,
    headline: has('headline') ? article.headline : null,
    subhead: has('subhead') ? article.subhead : null,
    lede: has('lede') ? article.lede : null,
    bylines: has('bylines') ? article.bylines : [],
    dateline: has('dateline') ? article.dateline : null,
    parts,
    paragraphs: article.paragraphs.filter((one) => has(isCaption(one) ? 'captions' : 'body')),
    corrections:
      parts.length === article.parts.length
        ? article.corrections
        : article.corrections.filter(({ span }) => isHere(span)),
  };
}

const isWithin =
  (spans: readonly SpanPair[]) =>
  ([from, to]: SpanPair): boolean =>
    spans.some(([first, last]) => first <= from && to <= last);
