/**
 * METS and ALTO (Library of Congress), as newspaper libraries keep issues: a zip with `mets.xml`, whose logical map lists
 * the articles and points into the ALTO files, which hold their text: a file a page, with boxes, where an import brought the
 * places of the text along; else one file in reading order, without. Text outside of articles is there too.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { altoOf } from './alto.ts';
import { type Block, type Blocks, blocksOf } from './blocks.ts';
import { titleOf, type WriteOptions } from './common.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

/** The name of a page's file. */
const fileName = (page: number, { pages }: Blocks): string =>
  pages.length === 1 ? 'alto.xml' : `alto-${page + 1}.xml`;

function metsOf(document: GalleyDocument, all: Blocks): string {
  const { pages, blocks } = all;
  const area = ({ id, role, page }: Block): string =>
    `<div TYPE="${role.toUpperCase()}"><fptr><area FILEID="ALTO${page + 1}" BETYPE="IDREF" BEGIN="${id}"/></fptr></div>`;
  const article = (one: DocumentArticle, i: number): string =>
    `<div TYPE="ARTICLE" ORDER="${i + 1}" ID="ARTICLE${i + 1}" LABEL="${attribute(one.headline ?? '')}">${blocks
      .filter((block) => block.article === i)
      .map(area)
      .join('')}</div>`;
  const outside = blocks.filter((block) => block.article === null).map(area);
  const file = (page: number): string =>
    `<file ID="ALTO${page + 1}" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="${fileName(page, all)}"/></file>`;
  const physical = (page: number): string =>
    `<div TYPE="PAGE" ORDER="${page + 1}"><fptr FILEID="ALTO${page + 1}"/></div>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" TYPE="Newspaper" LABEL="${attribute(titleOf(document))}">
<metsHdr><agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><name>Galley</name>${sentencesOf(document)
    .map((sentence) => `<note>${escapeXml(sentence)}</note>`)
    .join('')}</agent></metsHdr>
<fileSec><fileGrp USE="FULLTEXT">${pages.map((_, page) => file(page)).join('')}</fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="ISSUE">${pages.map((_, page) => physical(page)).join('')}</div></structMap>
<structMap TYPE="LOGICAL"><div TYPE="ISSUE" LABEL="${attribute(titleOf(document))}">
${document.articles.map(article).join('\n')}
${outside.length > 0 ? `<div TYPE="OUTSIDE">${outside.join('')}</div>` : ''}
</div></structMap>
</mets>
`;
}

/** The document as a zip of METS and ALTO. */
export function toMets(document: GalleyDocument, { scan }: Pick<WriteOptions, 'scan'> = {}): Uint8Array {
  const all = blocksOf(document, scan);
  const pages = all.pages.map((page, i) => {
    const blocks = all.blocks.filter((block) => block.page === i);
    return [fileName(i, all), fileOf(altoOf(page, i + 1, blocks, document.source.name))] as const;
  });
  return zipOf({ 'mets.xml': fileOf(metsOf(document, all)), ...Object.fromEntries(pages) });
}
