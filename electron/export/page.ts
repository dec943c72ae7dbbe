/**
 * PAGE (PRImA, schema of 2019): the scan's own lines and words in their outlines, as corrected, a file a page in one zip.
 * Articles are groups of the reading order, over pages by one name; the role of a text stands in `custom`. For programs that
 * train text recognition and layout on what editors put right. Written only where an import brought places along.
 *
 *     zip: galley-pages.json, page-1.xml, page-2.xml …
 *     Page → ReadingOrder → OrderedGroupIndexed type="article"
 *          → TextRegion → TextLine → Word
 */
import { DeskError } from '../../shared/contract/contract.ts';
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { around, type Box, type LengthUnit } from '../../shared/model/layout.ts';
import { PAGE_LIST, type PageList } from '../import/package.ts';
import { type Block, type BlockLine, type BlockPage, type Blocks, blocksOf } from './blocks.ts';
import { titleOf, type WriteOptions } from './common.ts';
import { dayOf } from './news-item.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

/** PAGE counts pixels; lengths in other units become pixels of 300 to the inch. */
const PIXELS: { readonly [unit in LengthUnit]: number } = {
  pixel: 1,
  mm10: 300 / 254,
  inch1200: 300 / 1200,
  point: 300 / 72,
};

/** What PAGE calls a region of each role; all others are paragraphs. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ...['section', 'kicker', 'headline', 'subhead'].map((role) => [role, 'heading'] as const),
  ['byline', 'credit'],
  ['caption', 'caption'],
  ['furniture', 'header'],
  ...['jump', 'ad', 'unreadable'].map((role) => [role, 'other'] as const),
]);

const fileName = (page: number): string => `page-${page + 1}.xml`;

/** The document as a zip of PAGE files. Throws a `DeskError` `no places` where nobody knows where the text stands. */
export function toPage(document: GalleyDocument, { scan }: Pick<WriteOptions, 'scan'> = {}): Uint8Array {
  if (!scan || scan.layout.lines.length === 0) throw new DeskError({ key: 'no places' });
  const all = blocksOf(document, scan);
  const list: PageList = { pages: all.pages.map((_, page) => ({ file: fileName(page) })) };
  const files = all.pages.map((_, page) => [fileName(page), fileOf(pageOf(document, all, page))] as const);
  return zipOf({ [PAGE_LIST]: fileOf(JSON.stringify(list)), ...Object.fromEntries(files) });
}

function pageOf(document: GalleyDocument, all: Blocks, number: number): string {
  const page = all.pages[number] as BlockPage; // `number` counts them
  const blocks = all.blocks.filter((block) => block.page === number);
  const outlines = new Outlines(page, blocks);
  const { width, height } = outlines.size;
  const moment = `${dayOf(document)}T00:00:00`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<Metadata><Creator>Galley</Creator><Created>${moment}</Created><LastChange>${moment}</LastChange><Comments>${escapeXml(
    [`${titleOf(document)}.`, ...sentencesOf(document)].join(' '),
  )}</Comments></Metadata>
<Page imageFilename="${attribute(page.image ?? document.source.name)}" imageWidth="${width}" imageHeight="${height}">
${readingOrder(document, all, number)}
${blocks.map((block) => region(block, document.articles, outlines)).join('\n')}
</Page>
</PcGts>
`;
}

/** Articles as groups, in their order; what is outside of them after. None where the page is blank. */
function readingOrder(document: GalleyDocument, { blocks }: Blocks, page: number): string {
  const here = blocks.filter((block) => block.page === page);
  if (here.length === 0) return '';
  const places = placesOf(document);
  const refs = (some: readonly Block[], from: number): string =>
    some.map(({ id }, i) => `<RegionRefIndexed index="${from + i}" regionRef="${id}"/>`).join('');
  const groups = document.articles.flatMap(({ headline }, i) => {
    const own = here.filter(({ article }) => article === i);
    if (own.length === 0) return [];
    const number = places[i]?.index ?? i + 1;
    const goesOn = blocks.some((block) => block.article === i && block.page < page);
    return [
      `<OrderedGroupIndexed id="article-${number}" index="${i}" type="article" caption="${attribute(headline ?? '')}"${
        goesOn ? ' continuation="true"' : ''
      }>${refs(own, 0)}</OrderedGroupIndexed>`,
    ];
  });
  const outside = here.filter(({ article }) => article === null);
  return `<ReadingOrder><OrderedGroup id="order">${groups.join('\n')}${refs(outside, document.articles.length)}</OrderedGroup></ReadingOrder>`;
}

function region({ id, role, article, lines }: Block, articles: readonly DocumentArticle[], outlines: Outlines): string {
  const boxes = lines.flatMap(({ box }) => (box ? [box] : []));
  const of = article === null ? undefined : articles[article];
  const custom = [
    `role {type:${role};}`,
    ...(of ? [`structure {id:${of.id.replace(/[^a-z0-9-]/gi, '')}; type:article;}`] : []),
    ...(boxes.length === 0 ? ['place {unknown:true;}'] : []),
  ];
  const text = lines.map(lineText).join('\n');
  return `<TextRegion id="${id}" type="${TYPES.get(role) ?? 'paragraph'}" custom="${custom.join(' ')}">
${outlines.coords(around(boxes))}
${lines.map((one, i) => line(one, `${id}_L${i + 1}`, outlines)).join('\n')}
${equiv(text)}
</TextRegion>`;
}

/** A hyphen that cuts a word belongs to it: PAGE has no sign for it. */
const wordsOf = ({ words, cut }: BlockLine): BlockLine['words'] =>
  words.map((word, i) => (cut && i === words.length - 1 ? { ...word, text: word.text + cut.hyphen } : word));

const lineText = (line: BlockLine): string =>
  wordsOf(line)
    .map(({ text }) => text)
    .join(' ');

function line(one: BlockLine, id: string, outlines: Outlines): string {
  // A word without a place of its own, or alone in its line, says no more than the line.
  const words = wordsOf(one);
  const placed = words.length > 1 && words.every(({ box }) => box !== null) ? words : [];
  const inside = placed.map(
    ({ text, box }, i) => `<Word id="${id}_W${i + 1}">${outlines.coords(box)}${equiv(text)}</Word>`,
  );
  return `<TextLine id="${id}">${outlines.coords(one.box)}${inside.join('')}${equiv(lineText(one))}</TextLine>`;
}

const equiv = (text: string): string => `<TextEquiv><Unicode>${escapeXml(text)}</Unicode></TextEquiv>`;

/** Boxes of one page as PAGE writes them: corners in whole pixels, none outside. */
class Outlines {
  readonly size: { readonly width: number; readonly height: number };
  readonly #scale: number;

  constructor({ width, height, unit }: BlockPage, blocks: readonly Block[]) {
    this.#scale = PIXELS[unit];
    const extent = around(blocks.flatMap(({ lines }) => lines.flatMap(({ box }) => (box ? [box] : []))));
    const known = width > 0 && height > 0;
    this.size = {
      width: this.#pixels(known ? width : (extent?.x ?? 0) + (extent?.width ?? 0)),
      height: this.#pixels(known ? height : (extent?.y ?? 0) + (extent?.height ?? 0)),
    };
  }

  /** Without a box: the page itself, for PAGE has no text without an outline. */
  coords(box: Box | null): string {
    const { width, height } = this.size;
    const across = (x: number) => Math.min(this.#pixels(x), width);
    const down = (y: number) => Math.min(this.#pixels(y), height);
    const [left, top] = box ? [across(box.x), down(box.y)] : [0, 0];
    const [right, bottom] = box ? [across(box.x + box.width), down(box.y + box.height)] : [width, height];
    return `<Coords points="${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}"/>`;
  }

  #pixels(length: number): number {
    const pixels = Math.round(length * this.#scale);
    return Number.isSafeInteger(pixels) && pixels > 0 ? pixels : 0;
  }
}
