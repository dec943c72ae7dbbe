/**
 * JSONL: one article a line, for programs that take articles one by one (resources/schemas/galley-article-1.schema.json).
 * Lines get sorted, sampled and mixed with other issues' lines, so each stands alone: it carries the issue's source,
 * masthead and conservation, the doubts about the article, and what the file leaves out.
 */
import type { DocumentArticle, DocumentDoubt, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { jsonLine } from './json.ts';
import { type Statement, statementOf } from './statement.ts';

const ARTICLE_SCHEMA = 'galley-article/1';

/** What the lines of one issue share. */
interface Shared extends Pick<GalleyDocument, 'source' | 'masthead' | 'partial' | 'breaks' | 'conservation'> {
  readonly schema: typeof ARTICLE_SCHEMA;
  /** How many articles the issue has. */
  readonly of: number;
  /** Of those that are here: ids of those that are not settled. */
  readonly unsettled: readonly string[];
  /** Open doubts in all lines. */
  readonly openDoubts: number;
  readonly leftOut: Statement['leftOut'];
}

/** One line. `index` is the article's place in the issue, from 1. */
export interface ArticleLine extends Shared, DocumentArticle {
  readonly index: number;
  /** Open doubts about this article. */
  readonly doubts: readonly DocumentDoubt[];
}

function sharedOf(document: GalleyDocument): { readonly shared: Shared; readonly open: readonly DocumentDoubt[] } {
  const { articles, unsettled, openDoubts, leftOut } = statementOf(document);
  const { source, masthead, partial, breaks, conservation } = document;
  const shared: Shared = {
    schema: ARTICLE_SCHEMA,
    of: partial?.of ?? articles,
    source,
    masthead,
    ...(partial && { partial }),
    ...(breaks && { breaks }),
    conservation,
    unsettled: unsettled.map((place) => place.id),
    openDoubts: openDoubts.length,
    leftOut,
  };
  return { shared, open: openDoubts };
}

/**
 * The articles, one a line; each line ends in LF. Without articles there is one line with `index` 0 and no article,
 * because an empty file would state nothing.
 */
export function toJsonl(document: GalleyDocument): string {
  const { shared, open } = sharedOf(document);
  const places = placesOf(document);
  if (document.articles.length === 0) return `${jsonLine({ ...shared, index: 0 })}\n`;
  return document.articles
    .map((article, i) => {
      const doubts = open.filter((doubt) => doubt.articles.includes(article.id));
      const line: ArticleLine = { ...shared, ...article, index: places[i]?.index ?? i + 1, doubts };
      return `${jsonLine(line)}\n`;
    })
    .join('');
}
