/**
 * DOCX (Office Open XML, ECMA-376): the issue as a document to edit in Word or LibreOffice. Heads are headings, so that
 * the navigation pane lists the articles. Written with the package docx, loaded when it is asked for.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { titleOf } from './common.ts';
import { type Printed, type PrintedRole, printedOf } from './printed.ts';
import { sentencesOf } from './statement.ts';
import { holdable } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

/** Style of a paragraph: a heading's level, or italics and weight of its one run. */
type Look = { readonly heading: 'HEADING_2' | 'HEADING_3' } | { readonly bold?: true; readonly italics?: true };

const LOOKS: { readonly [role in PrintedRole]: Look } = {
  section: { italics: true },
  kicker: { bold: true, italics: true },
  headline: { heading: 'HEADING_2' },
  subhead: { heading: 'HEADING_3' },
  lede: { bold: true },
  bylines: { italics: true },
  caption: { italics: true },
  body: {},
};

const PROPERTIES = 'docProps/core.xml';
const TIME = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g;

/** The document as DOCX. */
export async function toDocx(document: GalleyDocument): Promise<Uint8Array> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const paragraph = ({ role, text }: Printed) => {
    const look = LOOKS[role];
    if ('heading' in look) return new Paragraph({ text: holdable(text), heading: HeadingLevel[look.heading] });
    return new Paragraph({ children: [new TextRun({ ...look, text: holdable(text) })] });
  };
  const children = [
    new Paragraph({ text: holdable(titleOf(document)), heading: HeadingLevel.HEADING_1 }),
    ...document.articles.flatMap((article) => printedOf(article).map(paragraph)),
    ...sentencesOf(document).map((sentence) => new Paragraph({ text: sentence, style: 'IntenseQuote' })),
  ];
  const packed = await Packer.toArrayBuffer(
    new Document({ title: holdable(titleOf(document)), creator: 'Galley', sections: [{ children }] }),
  );
  return undated(new Uint8Array(packed));
}

/** The package writes the time of now into the file: the same issue would give another file each time. */
function undated(packed: Uint8Array): Uint8Array {
  const { [PROPERTIES]: properties, ...files } = unzipSync(packed);
  if (!properties) throw new Error(`a document without ${PROPERTIES}`);
  const fixed = strFromU8(properties).replace(TIME, (_, tag: string) => `${tag}2000-01-01T00:00:00Z`);
  return zipOf({ ...files, [PROPERTIES]: fileOf(fixed) });
}
