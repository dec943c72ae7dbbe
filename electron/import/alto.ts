/**
 * ALTO 1 to 4 (Library of Congress): lines and words with their boxes, one or several pages.
 *
 *     Page → PrintSpace, margins → TextBlock, ComposedBlock → TextLine → String, SP, HYP
 *
 * Lines stay as printed: a word that is cut at the line's end keeps its hyphen (`SUBS_CONTENT`, the word whole, is what
 * the segmenter's joining finds again). Blocks stand in the file's order unless `IDNEXT` or a `ReadingOrder` says
 * another. Illustrations and graphics have no text.
 */
import { type Box, LENGTH_UNITS, type LengthUnit } from '../../shared/model/layout.ts';
import { joinsWithoutSpace } from '../../shared/model/scripts.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { inOrder } from './order.ts';
import type { SetBlock, SetLine, SetPage, SetWord } from './pages.ts';
import { numberOf, readXml, type XmlAttributes } from './xml.ts';

const SOFT_HYPHEN = '\u00ad';
const ENDS_IN_HYPHEN = /[-‐‑¬=⸗\u00ad]$/u;

interface Word extends SetWord {
  readonly isSpaced: boolean;
}
interface Line {
  readonly id: string;
  readonly box: Box | null;
  readonly words: Word[];
}
interface Block {
  readonly ids: readonly string[];
  readonly next: string;
  readonly lines: Line[];
}
interface Page {
  readonly width: number;
  readonly height: number;
  readonly blocks: Block[];
}

/** The pages of an ALTO file. Throws a `DeskError`. */
export function readAlto(bytes: Uint8Array, encoding?: Encoding): readonly SetPage[] {
  const file = new AltoFile();
  readXml(bytes, 'ALTO', file, encoding);
  return file.pages();
}

class AltoFile {
  readonly #pages: Page[] = [];
  readonly #order: string[] = [];
  /** Ids of the blocks that are open, outermost first. */
  readonly #open: string[] = [];
  #block: Block | null = null;
  #line: Line | null = null;
  #hasSpaces = false;
  #isSpaced = false;
  #isCut = false;
  #element = '';
  #unit = '';
  #image = '';

  open(name: string, at: XmlAttributes): void {
    this.#element = name;
    if (name === 'Page') this.#pages.push({ width: numberOf(at('WIDTH')), height: numberOf(at('HEIGHT')), blocks: [] });
    else if (name === 'ComposedBlock') this.#open.push(at('ID'));
    else if (name === 'TextBlock') this.#openBlock(at);
    else if (name === 'TextLine') this.#openLine(at);
    else if (name === 'String') this.#string(at);
    else if (name === 'SP') this.#space();
    else if (name === 'HYP') this.#hyphen(at);
    else if (name === 'ElementRef') this.#order.push(at('REF'));
  }

  close(name: string): void {
    this.#element = '';
    if (name === 'ComposedBlock') this.#open.pop();
    else if (name === 'TextBlock') this.#block = null;
    else if (name === 'TextLine') this.#closeLine();
  }

  text(text: string): void {
    if (this.#element === 'MeasurementUnit') this.#unit += text;
    else if (this.#element === 'fileName') this.#image += text;
  }

  pages(): readonly SetPage[] {
    const unit: LengthUnit = LENGTH_UNITS.find((known) => known === this.#unit.trim()) ?? 'pixel';
    const image = this.#image.trim();
    const isOne = this.#pages.length === 1 && image !== '';
    return this.#pages.map(({ width, height, blocks }) => ({
      width,
      height,
      unit,
      ...(isOne && { image }),
      blocks: inOrder(chained(blocks), this.#order).map((block) => this.#set(block)),
    }));
  }

  #openBlock(at: XmlAttributes): void {
    const ids = [...this.#open, at('ID')].filter((id) => id !== '');
    this.#block = { ids, next: at('IDNEXT'), lines: [] };
    this.#pages.at(-1)?.blocks.push(this.#block);
  }

  #openLine(at: XmlAttributes): void {
    this.#line = { id: at('ID'), box: boxOf(at), words: [] };
    this.#isSpaced = false;
    this.#isCut = false;
    this.#block?.lines.push(this.#line);
  }

  #closeLine(): void {
    const last = this.#line?.words.at(-1);
    // A first half without its hyphen: it was printed, or the word would not be in two halves.
    if (this.#isCut && last && !ENDS_IN_HYPHEN.test(last.text))
      this.#line?.words.push({ text: '-', box: null, isSpaced: false, isGlued: true });
    this.#line = null;
  }

  #string(at: XmlAttributes): void {
    const text = at('CONTENT').replace(/\u00ad$/, '-');
    this.#line?.words.push({ text, box: boxOf(at), isSpaced: this.#isSpaced });
    this.#isSpaced = false;
    this.#isCut = at('SUBS_TYPE') === 'HypPart1';
  }

  #space(): void {
    this.#hasSpaces = true;
    this.#isSpaced = true;
  }

  #hyphen(at: XmlAttributes): void {
    const content = at('CONTENT');
    const text = content === '' || content === SOFT_HYPHEN ? '-' : content;
    const isThere = ENDS_IN_HYPHEN.test(this.#line?.words.at(-1)?.text ?? '');
    if (!isThere) this.#line?.words.push({ text, box: boxOf(at), isSpaced: false, isGlued: true });
    this.#isCut = false;
  }

  #set({ ids, lines }: Block): SetBlock {
    return { ids, lines: lines.map((line) => this.#setLine(line)) };
  }

  /** Where the file writes no blanks at all, they stand between all words but those of scripts without blanks. */
  #setLine({ id, box, words }: Line): SetLine {
    const glued = (word: Word, before: Word | undefined): boolean => {
      if (word.isGlued) return true;
      if (this.#hasSpaces) return !word.isSpaced;
      return before !== undefined && joinsWithoutSpace(before.text + word.text, before.text.length, before.text.length);
    };
    return {
      ...(id !== '' && { id }),
      box,
      words: words.map((word, i) => ({ text: word.text, box: word.box, isGlued: glued(word, words[i - 1]) })),
    };
  }
}

function boxOf(at: XmlAttributes): Box | null {
  if (at('HPOS') === '' || at('VPOS') === '') return null;
  const [x, y] = [numberOf(at('HPOS')), numberOf(at('VPOS'))];
  return { x, y, width: numberOf(at('WIDTH')), height: numberOf(at('HEIGHT')) };
}

/** Blocks with each directly followed by the one that its `IDNEXT` names. */
function chained(blocks: readonly Block[]): readonly Block[] {
  const byId = new Map(blocks.map((block) => [block.ids.at(-1) ?? '', block]));
  const nextOf = (block: Block) => (block.next === '' ? undefined : byId.get(block.next));
  const followers = new Set(blocks.map(nextOf));
  const done = new Set<Block>();
  const follow = (first: Block) => {
    for (let block: Block | undefined = first; block && !done.has(block); block = nextOf(block)) done.add(block);
  };
  for (const block of blocks) if (!followers.has(block)) follow(block);
  for (const block of blocks) follow(block); // a ring has no beginning
  return [...done];
}
