/** The articles as rows of a table, for formats of spreadsheets. */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { bylineText } from './common.ts';

/** The columns, in order. `text` and `captions` hold a paragraph a line. */
export const COLUMNS = [
  ...(['paper', 'date', 'edition', 'pages', 'source', 'index', 'of', 'id', 'state', 'section', 'kicker'] as const),
  ...(['headline', 'subhead', 'lede', 'bylines', 'dateline', 'text', 'captions'] as const),
] as const;

export type Row = { readonly [column in (typeof COLUMNS)[number]]: string };

/** A row an article; one with `index` 0 and nothing of an article where there is none. */
export function rowsOf(document: GalleyDocument): readonly Row[] {
  const { masthead, source, articles } = document;
  const { paper = '', date = '', edition = '', pages = '' } = masthead;
  const issue = { paper, date, edition, pages, source: source.name };
  const places = placesOf(document);
  const rows = articles.map((article, i) => ({
    ...issue,
    ...articleCells(article),
    index: `${places[i]?.index ?? i + 1}`,
    of: `${places[i]?.of ?? articles.length}`,
  }));
  return rows.length > 0 ? rows : [{ ...NOTHING, ...issue, index: '0', of: `${document.partial?.of ?? 0}` }];
}

const paragraphs = (article: DocumentArticle, captions: boolean): string =>
  article.paragraphs
    .filter(({ role }) => (role === 'caption') === captions)
    .map(({ text }) => text)
    .join('\n');

/** What a row says of its article; the rest is of the issue. */
type ArticleCells = Omit<Row, 'paper' | 'date' | 'edition' | 'pages' | 'source' | 'index' | 'of'>;

const articleCells = (article: DocumentArticle): ArticleCells => ({
  id: article.id,
  state: article.state,
  section: article.section ?? '',
  kicker: article.kicker ?? '',
  headline: article.headline ?? '',
  subhead: article.subhead ?? '',
  lede: article.lede ?? '',
  bylines: article.bylines.map(bylineText).join('; '),
  dateline: article.dateline?.text ?? '',
  text: paragraphs(article, false),
  captions: paragraphs(article, true),
});

const NOTHING: ArticleCells = {
  ...{ id: '', state: '', section: '', kicker: '', headline: '', subhead: '', lede: '', bylines: '', dateline: '' },
  ...{ text: '', captions: '' },
};
