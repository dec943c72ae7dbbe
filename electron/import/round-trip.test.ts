/** What Galley exports it can read again: the same text in the same order, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { exportDocument } from '../export/export.ts';
import { printedOf } from '../export/printed.ts';
import { anyDocument, EVENING } from '../export/testing/documents.ts';
import { holdable } from '../export/xml-text.ts';
import { type ImporterName, importIssue } from './import.ts';

const FORMATS: readonly (readonly [ExportFormat, ImporterName, name: string])[] = [
  ['mets', 'mets', 'daily.mets.zip'],
  ['tei', 'tei', 'daily.tei.xml'],
  ['docx', 'docx', 'daily.docx'],
  ['markdown', 'markdown', 'daily.md'],
];

/**
 * Blanks are set by each format in its own way, and so is what stands between two bylines (`; `, or an element each); no
 * other character may change its place.
 */
const unspaced = (text: string): string =>
  holdable(text).replace(/[;\p{White_Space}\p{Default_Ignorable_Code_Point}]+/gu, '');

/** Where each text of the articles stands in the imported one, after the text before it; -1: it is not there. */
function placesIn(text: string, document: GalleyDocument): readonly number[] {
  const all = unspaced(text);
  let at = 0;
  return document.articles.flatMap(printedOf).map((printed) => {
    const wanted = unspaced(printed.text);
    const found = all.indexOf(wanted, at);
    if (found >= 0) at = found + wanted.length;
    return found;
  });
}

describe.each(FORMATS)('%s', (format, importer, name) => {
  it('gives back the articles of an issue, in order', async () => {
    const imported = await importIssue(await exportDocument(EVENING, format), { name });
    expect(imported.importer?.name).toBe(importer);
    const places = placesIn(imported.decoded.text, EVENING);
    expect(places.length).toBeGreaterThan(8);
    expect(places).not.toContain(-1);
  });

  it('gives back any text, hostile too', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const texts = document.articles.flatMap(printedOf).filter(({ text }) => unspaced(text) !== '');
        fc.pre(texts.length > 0);
        const imported = await importIssue(await exportDocument(document, format), { name });
        expect(placesIn(imported.decoded.text, document)).not.toContain(-1);
      }),
      { numRuns: 25 },
    );
  });
});
