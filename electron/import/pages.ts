/**
 * What importers read, and how it becomes `Issue.text`: the one place where lines are put one under the other. Pages are
 * parted by a form feed before the first character of the next, blocks by a blank line.
 */
import { isBlankText } from '../../shared/model/blank.ts';
import {
  around,
  type Box,
  type Layout,
  type LayoutLine,
  type LayoutPage,
  type LengthUnit,
} from '../../shared/model/layout.ts';
import type { Span } from '../../shared/model/position.ts';
import { isControl } from './common.ts';

/** A word, or any piece of a line that the file keeps in one. */
export interface SetWord {
  readonly text: string;
  readonly box: Box | null;
  /** Stands directly at the piece before it. */
  readonly isGlued?: boolean;
}

export interface SetLine {
  readonly id?: string;
  readonly words: readonly SetWord[];
  /** Null: around its words. */
  readonly box: Box | null;
}

/** Lines that were set together. */
export interface SetBlock {
  /** Its own name in the file and those of what it stands in. */
  readonly ids: readonly string[];
  readonly lines: readonly SetLine[];
}

/** A page that the file sets line by line. */
export interface SetPage {
  readonly width: number;
  readonly height: number;
  readonly unit: LengthUnit;
  readonly image?: string;
  /** In reading order. */
  readonly blocks: readonly SetBlock[];
}

/** A page of plain text (line ends LF), taken as it is but for a form feed at either end, which says that it is a page. */
interface PlainPage {
  readonly text: string;
  readonly image?: string;
}

export type ImportedPage = SetPage | PlainPage;

/** The text of pages, and what else is known of it. */
export interface SetText {
  readonly text: string;
  /** Null where no line has a place and no page a picture. */
  readonly layout: Layout | null;
  /** Where the blocks and lines of the file stand, by their names. */
  readonly places: ReadonlyMap<string, readonly Span[]>;
}

/** A line end of any system and what parts pages or paragraphs: within a line it is a blank. */
const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;
/** Blanks that files use to lay out their source. An ideographic space at a line's start is print: it indents. */
const INDENT = /^[ \t]+/;

/** A piece of a line as text can hold it: no line end, no half of a character, what is no character shown as U+FFFD. */
function cleaned(text: string): string {
  let clean = '';
  for (const c of text.toWellFormed())
    clean += BREAK.test(c) ? ' ' : isControl(c.charCodeAt(0)) && c !== '\t' ? '\ufffd' : c;
  return clean.replace(INDENT, '').trimEnd();
}

/** Puts pages together. Equal pages always give equal text. */
export function setPages(pages: readonly ImportedPage[]): SetText {
  const setter = new Setter();
  pages.forEach((page, i) => {
    setter.page(page, i);
  });
  return setter.done();
}

class Setter {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #pages: LayoutPage[] = [];
  readonly #lines: LayoutLine[] = [];
  readonly #places = new Map<string, Span[]>();

  page(page: ImportedPage, index: number): void {
    if (index > 0) this.#add('\f');
    const from = this.#length;
    if ('text' in page) this.#plain(page.text);
    else this.#blocks(page.blocks, index);
    const { width, height, unit } = 'text' in page ? { width: 0, height: 0, unit: 'pixel' as const } : page;
    const image = page.image === undefined ? {} : { image: page.image };
    this.#pages.push({ from, to: this.#length, width, height, unit, ...image });
  }

  done(): SetText {
    const isKnown = this.#lines.length > 0 || this.#pages.some(({ image }) => image !== undefined);
    const layout = isKnown ? { pages: this.#pages, lines: this.#lines } : null;
    return { text: this.#parts.join(''), layout, places: this.#places };
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #plain(page: string): void {
    const text = page.replace(/^\f|\f\n?$/g, '');
    this.#add(text);
    if (text !== '' && !text.endsWith('\n')) this.#add('\n');
  }

  #blocks(blocks: readonly SetBlock[], page: number): void {
    let isFirst = true;
    for (const { ids, lines } of blocks) {
      const start = this.#length;
      let at = -1;
      for (const line of lines) {
        const words = line.words
          .map((word) => ({ ...word, text: cleaned(word.text) }))
          .filter(({ text }) => !isBlankText(text));
        if (words.length === 0) continue;
        if (at < 0 && !isFirst) this.#add('\n');
        if (at < 0) at = this.#length;
        this.#line(words, line, page);
      }
      if (at < 0) continue;
      isFirst = false;
      for (const id of ids) this.#name(id, { from: Math.max(start, at), to: this.#length });
    }
  }

  #line(words: readonly SetWord[], { id, box }: SetLine, page: number): void {
    const from = this.#length;
    const placed: (Span & { readonly box: Box })[] = [];
    words.forEach((word, i) => {
      if (i > 0 && !word.isGlued) this.#add(' ');
      const span = { from: this.#length, to: this.#length + word.text.length };
      this.#add(word.text);
      if (word.box) placed.push({ ...span, box: word.box });
    });
    const place = box ?? around(placed.map((word) => word.box));
    if (place) this.#lines.push({ from, to: this.#length, page, box: place, words: placed });
    this.#add('\n');
    if (id !== undefined) this.#name(id, { from, to: this.#length });
  }

  #name(id: string, span: Span): void {
    const known = this.#places.get(id);
    if (known) known.push(span);
    else this.#places.set(id, [span]);
  }
}
