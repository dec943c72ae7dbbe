/**
 * PAGE XML (PRImA; schemas of 2010 to 2019): regions and lines with their outlines, in the reading order that the file
 * gives. The text of a line is its own; where it has none, its words are put together.
 *
 *     Page → ReadingOrder, TextRegion → TextLine → Coords, Word → TextEquiv → Unicode
 */
import { around, type Box } from '../../shared/model/layout.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { inOrder } from './order.ts';
import type { SetBlock, SetLine, SetPage, SetWord } from './pages.ts';
import { numberOf, readXml, type XmlAttributes } from './xml.ts';

/** A region, a line or a word on its way. */
interface Item {
  readonly name: 'TextRegion' | 'TextLine' | 'Word';
  readonly id: string;
  readonly points: Box[];
  /** The best reading so far; files give several, the first of lowest index counts. */
  reading: { readonly index: number; readonly text: string } | null;
  readonly items: Item[];
}
interface Region extends Item {
  readonly ids: readonly string[];
}
interface Group {
  readonly index: number;
  readonly isOrdered: boolean;
  readonly parts: { readonly index: number; readonly ids: readonly string[] }[];
  readonly region: string;
}
interface Page {
  readonly at: XmlAttributes;
  readonly regions: Region[];
  order: readonly string[];
}

/** The pages of a PAGE file. Throws a `DeskError`. */
export function readPageXml(bytes: Uint8Array, encoding?: Encoding): readonly SetPage[] {
  const file = new PageFile();
  readXml(bytes, 'PAGE', file, encoding);
  return file.pages();
}

const isItem = (name: string): name is Item['name'] => name === 'TextRegion' || name === 'TextLine' || name === 'Word';

class PageFile {
  readonly #pages: Page[] = [];
  /** Ids of all regions that are open, whatever they hold. */
  readonly #within: string[] = [];
  readonly #items: Item[] = [];
  readonly #groups: Group[] = [];
  /** Open glyphs: their readings, outlines and groups are no words'. */
  #glyphs = 0;
  #index = 0;
  #isUnicode = false;
  #text = '';

  open(name: string, at: XmlAttributes): void {
    if (name === 'Glyph') this.#glyphs++;
    if (this.#glyphs > 0) return;
    if (name === 'Page') this.#pages.push({ at, regions: [], order: [] });
    else if (name.endsWith('Group') || name.endsWith('GroupIndexed')) this.#openGroup(name, at);
    else if (name.startsWith('RegionRef'))
      this.#groups.at(-1)?.parts.push({ index: numberOf(at('index')), ids: [at('regionRef')] });
    else if (name === 'Coords') this.#items.at(-1)?.points.push(...pointsOf(at('points')));
    else if (name === 'Point') this.#items.at(-1)?.points.push(pointOf(at('x'), at('y')));
    else if (name === 'TextEquiv') this.#index = numberOf(at('index'));
    else if (name === 'Unicode') [this.#isUnicode, this.#text] = [true, ''];
    if (name.endsWith('Region')) this.#within.push(at('id'));
    if (isItem(name)) this.#openItem(name, at('id'));
  }

  close(name: string): void {
    if (name === 'Glyph') this.#glyphs--;
    else if (this.#glyphs === 0) this.#close(name);
  }

  text(text: string): void {
    if (this.#isUnicode) this.#text += text;
  }

  pages(): readonly SetPage[] {
    return this.#pages.map(({ at, regions, order }) => ({
      width: numberOf(at('imageWidth')),
      height: numberOf(at('imageHeight')),
      unit: 'pixel',
      ...(at('imageFilename') !== '' && { image: at('imageFilename') }),
      blocks: inOrder(regions, order).map(blockOf),
    }));
  }

  #close(name: string): void {
    if (name.endsWith('Group') || name.endsWith('GroupIndexed')) this.#closeGroup();
    if (name === 'Unicode') this.#closeReading();
    if (name.endsWith('Region')) this.#within.pop();
    if (isItem(name)) this.#items.pop();
  }

  #openItem(name: Item['name'], id: string): void {
    const item: Item = { name, id, points: [], reading: null, items: [] };
    if (name === 'TextRegion') {
      const region = { ...item, ids: this.#within.filter((one) => one !== '') };
      this.#pages.at(-1)?.regions.push(region);
      this.#items.push(region);
    } else {
      this.#items.at(-1)?.items.push(item);
      this.#items.push(item);
    }
  }

  #closeReading(): void {
    const item = this.#items.at(-1);
    if (item && (!item.reading || this.#index < item.reading.index))
      item.reading = { index: this.#index, text: this.#text };
    this.#isUnicode = false;
  }

  #openGroup(name: string, at: XmlAttributes): void {
    const isOrdered = name.startsWith('Ordered');
    this.#groups.push({ index: numberOf(at('index')), isOrdered, parts: [], region: at('regionRef') });
  }

  #closeGroup(): void {
    const group = this.#groups.pop();
    if (!group) return;
    const parts = group.isOrdered ? group.parts.toSorted((a, b) => a.index - b.index) : group.parts;
    const ids = [...(group.region === '' ? [] : [group.region]), ...parts.flatMap((part) => part.ids)];
    const outer = this.#groups.at(-1);
    const page = this.#pages.at(-1);
    if (outer) outer.parts.push({ index: group.index, ids });
    else if (page) page.order = ids;
  }
}

function blockOf({ ids, items, reading }: Region): SetBlock {
  const lines = items.filter(({ name }) => name === 'TextLine').map(lineOf);
  if (lines.length > 0) return { ids, lines };
  const own = (reading?.text ?? '').split(/\r\n?|\n/);
  return { ids, lines: own.map((text) => ({ words: [{ text, box: null }], box: null })) };
}

function lineOf({ id, points, reading, items }: Item): SetLine {
  const words = items.map((word): SetWord => ({ text: (word.reading?.text ?? '').trim(), box: around(word.points) }));
  const put = words.map(({ text }) => text).join(' ');
  const text = reading?.text.trim().replace(/\s+/g, ' ') ?? '';
  // Words have places in the line only where they are the line.
  const isSame = text === '' || text === put;
  return { id, words: isSame ? words : [{ text: reading?.text ?? '', box: null }], box: around(points) };
}

const pointOf = (x: string, y: string): Box => ({ x: numberOf(x), y: numberOf(y), width: 0, height: 0 });

const pointsOf = (points: string): readonly Box[] =>
  points
    .split(/\s+/)
    .filter((point) => /^-?[\d.]+,-?[\d.]+$/.test(point))
    .map((point) => {
      const [x = '', y = ''] = point.split(',');
      return pointOf(x, y);
    });
