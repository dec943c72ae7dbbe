/** The one way to a document for the outside: built, and proved to hold every character of its issue. */
import { createHash } from 'node:crypto';
import { buildDocument, type DocumentInput, exportedText } from '../../shared/document/build.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';

/**
 * The document of a review, with the SHA-256 of the text that its spans put together. Throws when that is not the
 * issue's text: a document that lost or doubled a character must not leave the house.
 */
export function conservedDocument(input: Omit<DocumentInput, 'sha256'>): GalleyDocument {
  const text = exportedText(input.issue, input.review);
  if (text !== input.issue.text) throw new Error('not conserved: the spans put together are not the text');
  return buildDocument({ ...input, sha256: createHash('sha256').update(text).digest('hex') });
}
