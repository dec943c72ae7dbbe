/**
 * METS and ALTO (Library of Congress), as newspaper libraries keep issues: a zip with `mets.xml`, whose logical map lists
 * the articles and points into `alto.xml`, which holds their text. The text has no places on the page, so ALTO's boxes are
 * left out: a block is a field or paragraph as it reads, blocks stand in reading order. Text outside of articles is there too.
 */
import { zipSync } from 'fflate';
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { titleOf } from './common.ts';
import { printedOf } from './printed.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';

/** Files of a zip carry a date; a fixed one, so that equal issues give equal files. */
const DATE = new Date('2000-01-01T00:00:00Z');

/** A block of ALTO: a field or paragraph of an article or a run outside, under an id of its own. */
interface Block {
  readonly id: string;
  readonly role: string;
  /** Index of the article; null: outside. */
  readonly article: number | null;
  readonly lines: readonly string[];
}

function blocksOf(document: GalleyDocument): readonly Block[] {
  const inArticles = document.articles.flatMap((article, i) =>
    printedOf(article).map(({ role, text }) => ({ role, article: i, lines: linesOf(text) })),
  );
  const outside = document.furniture.map(({ role, text }) => ({ role, article: null, lines: linesOf(text) }));
  return [...inArticles, ...outside]
    .filter(({ lines }) => lines.length > 0)
    .map((block, i) => ({ ...block, id: `TB${i + 1}` }));
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');

function altoOf(document: GalleyDocument, blocks: readonly Block[]): string {
  const line = (text: string, id: string): string =>
    `<TextLine ID="${id}"><String CONTENT="${attribute(text)}"/></TextLine>`;
  const block = ({ id, role, lines }: Block): string =>
    `<TextBlock ID="${id}" TAGREFS="ROLE_${role}">${lines.map((text, i) => line(text, `${id}_L${i + 1}`)).join('')}</TextBlock>`;
  const roles = [...new Set(blocks.map(({ role }) => role))];
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
<Description>
<MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>${escapeXml(document.source.name)}</fileName></sourceImageInformation>
</Description>
<Tags>${roles.map((role) => `<LayoutTag ID="ROLE_${role}" LABEL="${role}"/>`).join('')}</Tags>
<Layout>
<Page ID="P1" PHYSICAL_IMG_NR="1">
<PrintSpace>
${blocks.map(block).join('\n')}
</PrintSpace>
</Page>
</Layout>
</alto>
`;
}

function metsOf(document: GalleyDocument, blocks: readonly Block[]): string {
  const area = ({ id, role }: Block): string =>
    `<div TYPE="${role.toUpperCase()}"><fptr><area FILEID="ALTO1" BETYPE="IDREF" BEGIN="${id}"/></fptr></div>`;
  const article = (one: DocumentArticle, i: number): string =>
    `<div TYPE="ARTICLE" ORDER="${i + 1}" ID="ARTICLE${i + 1}" LABEL="${attribute(one.headline ?? '')}">${blocks
      .filter((block) => block.article === i)
      .map(area)
      .join('')}</div>`;
  const outside = blocks.filter((block) => block.article === null).map(area);
  return `<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" TYPE="Newspaper" LABEL="${attribute(titleOf(document))}">
<metsHdr><agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><name>Galley</name>${sentencesOf(document)
    .map((sentence) => `<note>${escapeXml(sentence)}</note>`)
    .join('')}</agent></metsHdr>
<fileSec><fileGrp USE="FULLTEXT"><file ID="ALTO1" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="alto.xml"/></file></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="ISSUE"><div TYPE="PAGE" ORDER="1"><fptr FILEID="ALTO1"/></div></div></structMap>
<structMap TYPE="LOGICAL"><div TYPE="ISSUE" LABEL="${attribute(titleOf(document))}">
${document.articles.map(article).join('\n')}
${outside.length > 0 ? `<div TYPE="OUTSIDE">${outside.join('')}</div>` : ''}
</div></structMap>
</mets>
`;
}

/** The document as a zip of METS and ALTO. */
export function toMets(document: GalleyDocument): Uint8Array {
  const blocks = blocksOf(document);
  const bytes = (xml: string) => new TextEncoder().encode(xml);
  return zipSync(
    { 'mets.xml': bytes(metsOf(document, blocks)), 'alto.xml': bytes(altoOf(document, blocks)) },
    { mtime: DATE },
  );
}
