/**
 * A notation for printed pages with places, and the formats that carry them:
 *
 *     sheet(`
 *       == 1000 x 1400
 *       100 200  Town council
 *       100 220  meets on Mon-
 *       --
 *       100 300  By A. Writer
 *     `)
 *
 * `==` begins a page of that size, `--` a block; a row is a line: x, y of its upper left corner and its words. A letter is
 * 10 wide, a line 16 high. `text` is what an import must make of it.
 */
import type { Box } from '../../../shared/model/layout.ts';

const LETTER = 10;
const HEIGHT = 16;

export interface SheetLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
export interface SheetPage {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly (readonly SheetLine[])[];
}
export interface Sheet {
  readonly pages: readonly SheetPage[];
  readonly text: string;
}

export function sheet(notation: string): Sheet {
  const pages: { width: number; height: number; blocks: SheetLine[][] }[] = [];
  for (const row of notation.split('\n').map((line) => line.trim())) {
    const page = /^== (\d+) x (\d+)$/.exec(row);
    const line = /^(\d+) (\d+)\s+(.*)$/.exec(row);
    if (page) pages.push({ width: Number(page[1]), height: Number(page[2]), blocks: [[]] });
    else if (row === '--') pages.at(-1)?.blocks.push([]);
    else if (line)
      pages
        .at(-1)
        ?.blocks.at(-1)
        ?.push({ x: Number(line[1]), y: Number(line[2]), text: line[3] ?? '' });
  }
  const textOf = (blocks: readonly (readonly SheetLine[])[]) =>
    blocks.map((lines) => lines.map(({ text }) => `${text}\n`).join('')).join('\n');
  return { pages, text: pages.map(({ blocks }) => textOf(blocks)).join('\f') };
}

/** The words of a line with their boxes. */
export function wordsOf({ x, y, text }: SheetLine): readonly { readonly text: string; readonly box: Box }[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    box: { x: x + index * LETTER, y, width: word.length * LETTER, height: HEIGHT },
  }));
}

export const boxOf = ({ x, y, text }: SheetLine): Box => ({ x, y, width: text.length * LETTER, height: HEIGHT });

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const altoBox = ({ x, y, width, height }: Box): string => `HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"`;

/** As ALTO, in the name space of its version. Blocks are TB1, TB2 … through all pages. */
export function toAlto({ pages }: Pick<Sheet, 'pages'>, version: 2 | 3 | 4 = 3): string {
  let block = 0;
  const line = (one: SheetLine): string => {
    const words = wordsOf(one).map(({ text, box }) => `<String CONTENT="${escaped(text)}" ${altoBox(box)}/>`);
    return `<TextLine ${altoBox(boxOf(one))}>${words.join('<SP/>')}</TextLine>`;
  };
  const page = ({ width, height, blocks }: SheetPage): string =>
    `<Page WIDTH="${width}" HEIGHT="${height}"><PrintSpace>${blocks
      .map((lines) => `<TextBlock ID="TB${++block}">${lines.map(line).join('\n')}</TextBlock>`)
      .join('\n')}</PrintSpace></Page>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v${version}#">
<Description><MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>page.png</fileName></sourceImageInformation></Description>
<Layout>${pages.map(page).join('\n')}</Layout>
</alto>
`;
}
