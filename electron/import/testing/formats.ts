/** The sheet of `sheet.ts` in the formats that carry places. */
import { boxOf, escaped, type Sheet, type SheetLine, type SheetPage, wordsOf } from './sheet.ts';

/** As hOCR, like Tesseract's. */
export function toHocr({ pages }: Pick<Sheet, 'pages'>): string {
  const title = ({ x, y, width, height }: ReturnType<typeof boxOf>) => `bbox ${x} ${y} ${x + width} ${y + height}`;
  const word = ({ text, box }: ReturnType<typeof wordsOf>[number]) =>
    `<span class="ocrx_word" title="${title(box)}; x_wconf 93">${escaped(text)}</span>`;
  const line = (one: SheetLine) =>
    `<span class="ocr_line" title="${title(boxOf(one))}; baseline 0 -5">\n${wordsOf(one).map(word).join('\n')}\n</span>`;
  const page = ({ width, height, blocks }: SheetPage, i: number) =>
    `<div class="ocr_page" id="page_${i + 1}" title="image &quot;p${i + 1}.png&quot;; bbox 0 0 ${width} ${height}; ppageno ${i}">
${blocks.map((lines) => `<div class="ocr_carea"><p class="ocr_par">${lines.map(line).join('\n')}</p></div>`).join('\n')}
</div>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>ignored</title></head><body>
${pages.map(page).join('\n')}
</body></html>
`;
}

/** As PAGE; of the first page, for a PAGE file is of one. */
export function toPageXml({ pages }: Pick<Sheet, 'pages'>): string {
  const page = pages[0] ?? { width: 0, height: 0, blocks: [] };
  const coords = ({ x, y, width, height }: ReturnType<typeof boxOf>) =>
    `<Coords points="${x},${y} ${x + width},${y} ${x + width},${y + height} ${x},${y + height}"/>`;
  const reading = (text: string) => `<TextEquiv><Unicode>${escaped(text)}</Unicode></TextEquiv>`;
  const word = ({ text, box }: ReturnType<typeof wordsOf>[number]) => `<Word>${coords(box)}${reading(text)}</Word>`;
  const line = (one: SheetLine, i: number) =>
    `<TextLine id="l${i}">${coords(boxOf(one))}${wordsOf(one).map(word).join('')}${reading(one.text)}</TextLine>`;
  const region = (lines: readonly SheetLine[], i: number) =>
    `<TextRegion id="r${i}"><Coords points="0,0"/>${lines.map(line).join('\n')}</TextRegion>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<Page imageFilename="p1.png" imageWidth="${page.width}" imageHeight="${page.height}">
${page.blocks.map(region).join('\n')}
</Page></PcGts>
`;
}

/**
 * As PDF 1.4, a text object a line. Latin text is set in Helvetica, other text in a CJK font that is named and not there, in
 * the encoding UniGB-UCS2-H. `image`: pages without a letter.
 */
export function toPdf({ pages }: Pick<Sheet, 'pages'>, { image = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 700 /StemV 80 >> >>] >>',
  );
  for (const [i, { width, height, blocks }] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${6 + i * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    const content = image
      ? '0 0 m 10 10 l S'
      : blocks
          .flat()
          .map((line) => textObject(line, height))
          .join('\n');
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  // No Buffer, whose slice is the same memory: what a test damages is its own.
  return new Uint8Array(Buffer.from(assembled(objects), 'latin1'));
}

const SIZE = 16;

function textObject({ x, y, text }: SheetLine, height: number): string {
  const isLatin = /^[\x20-\x7e]*$/.test(text);
  const shown = isLatin
    ? `(${text.replace(/[\\()]/g, '\\$&')})`
    : `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  return `BT /${isLatin ? 'F1' : 'F2'} ${SIZE} Tf ${x} ${height - y - SIZE} Td ${shown} Tj ET`;
}

function assembled(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
