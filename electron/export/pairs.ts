/**
 * Pair file: each paragraph as scanned (`raw`) and as corrected (`text`), a JSON object a line, for training programs
 * that correct OCR. The first line says where the pairs come from and what is left out. Paragraphs that needed no
 * correction are kept: a program must learn to leave text alone.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { jsonLine } from './json.ts';
import { sentencesOf } from './statement.ts';

export const PAIRS_SCHEMA = 'galley-pairs/1';

const pairsOf = (article: DocumentArticle): readonly string[] =>
  article.paragraphs.map(({ role, raw, text, lines, spans }) =>
    jsonLine({ id: article.id, state: article.state, role, raw, text, lines, spans }),
  );

/** The pairs of the document's paragraphs, in reading order. Ends in LF. */
export function toPairs(document: GalleyDocument): string {
  const { source, masthead, partial, breaks, conservation } = document;
  const opening = jsonLine({
    schema: PAIRS_SCHEMA,
    source,
    masthead,
    ...(partial && { partial }),
    ...(breaks && { breaks }),
    conservation,
    statement: sentencesOf(document),
  });
  return `${[opening, ...document.articles.flatMap(pairsOf)].join('\n')}\n`;
}
