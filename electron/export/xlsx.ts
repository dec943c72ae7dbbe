/**
 * XLSX (Office Open XML, ECMA-376): a sheet of articles, a row each, and one with the statement. Every cell is typed as a
 * string and marked as text, so that no program takes one for a formula, also when somebody edits it (OWASP, CSV Injection).
 */
import type { GalleyDocument } from '../../shared/document/document.ts';
import { COLUMNS, rowsOf } from './rows.ts';
import { sentencesOf } from './statement.ts';
import { escapeXml } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

/** UTF-16 units that a cell holds at most; Excel calls a file with more damaged. */
const LONGEST = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Articles" sheetId="1" r:id="rId1"/><sheet name="Statement" sheetId="2" r:id="rId2"/></sheets></workbook>`;

const WORKBOOK_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

/** Style 1 is text (49) with the mark of an apostrophe in front; 2 the same, bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
const TEXT = 1;
const BOLD = 2;

/** The document as a workbook. */
export function toXlsx(document: GalleyDocument): Uint8Array {
  const rows = [COLUMNS, ...rowsOf(document).map((row) => COLUMNS.map((column) => row[column]))];
  const statement = sentencesOf(document).map((sentence) => [sentence]);
  return zipOf({
    '[Content_Types].xml': fileOf(CONTENT_TYPES),
    '_rels/.rels': fileOf(PACKAGE_RELATIONS),
    'xl/workbook.xml': fileOf(WORKBOOK),
    'xl/_rels/workbook.xml.rels': fileOf(WORKBOOK_RELATIONS),
    'xl/styles.xml': fileOf(STYLES),
    'xl/worksheets/sheet1.xml': fileOf(sheet(rows, FROZEN)),
    'xl/worksheets/sheet2.xml': fileOf(sheet(statement, '')),
  });
}

/** The names of the columns stay in sight. */
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

function sheet(rows: readonly (readonly string[])[], views: string): string {
  const lines = rows.map((cells, i) => {
    const style = views !== '' && i === 0 ? BOLD : TEXT;
    return `<row r="${i + 1}">${withinLimits(cells)
      .map((text, column) => cell(text, `${columnName(column)}${i + 1}`, style))
      .join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}">${views}<sheetData>${lines.join('\n')}</sheetData></worksheet>`;
}

const cell = (text: string, reference: string, style: number): string =>
  text === ''
    ? ''
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** What reads like the escape of a character (`_x0041_`) would be taken for one. */
const plain = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, ESCAPE);
const ESCAPE = '_x005F_';
const PIECE = /_x005F_|./gsu;

/** The texts as cells have them; what one can't hold goes on in cells after the last column. */
function withinLimits(cells: readonly string[]): readonly string[] {
  const parts = cells.map((text) => partsOf(plain(text)));
  return [...parts.map(([first = '']) => first), ...parts.flatMap(([, ...rest]) => rest)];
}

/** A text with its escapes in parts that a cell holds, cut between characters and not within an escape. */
function partsOf(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text];
  const parts: string[] = [];
  let part = '';
  for (const [piece] of text.matchAll(PIECE)) {
    if (part.length + piece.length > LONGEST) {
      parts.push(part);
      part = '';
    }
    part += piece;
  }
  return [...parts, part];
}

/** `A` … `Z`, `AA` … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
