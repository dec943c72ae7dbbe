/**
 * hOCR (1.2): OCR results in XHTML, as Tesseract and OCRopus write them.
 *
 *     ocr_page → ocr_carea → ocr_par → ocr_line (ocr_header, ocr_caption, ocr_textfloat …) → ocrx_word
 *
 * Paragraphs are the blocks, or areas where there are none. A box is in the element's title: `bbox 100 200 300 240`.
 */
import type { Box } from '../../shared/model/layout.ts';
import type { Encoding } from '../../shared/model/source.ts';
import type { SetPage, SetWord } from './pages.ts';
import { readXml, type XmlAttributes } from './xml.ts';

type Kind = 'page' | 'block' | 'line' | 'word' | null;

const KINDS: { readonly [name: string]: Kind } = {
  ocr_page: 'page',
  ocr_carea: 'block',
  ocrx_block: 'block',
  ocr_column: 'block',
  ocr_par: 'block',
  ocr_line: 'line',
  ocrx_line: 'line',
  ocr_header: 'line',
  ocr_footer: 'line',
  ocr_caption: 'line',
  ocr_textfloat: 'line',
  ocrx_word: 'word',
  ocr_word: 'word',
};

interface Line {
  readonly box: Box | null;
  readonly words: SetWord[];
}
interface Block {
  readonly ids: readonly string[];
  readonly lines: Line[];
}
interface Page {
  readonly box: Box | null;
  readonly image: string;
  readonly blocks: Block[];
}

/** The pages of an hOCR file. Throws a `DeskError`. */
export function readHocr(bytes: Uint8Array, encoding?: Encoding): readonly SetPage[] {
  const file = new HocrFile();
  readXml(bytes, 'hOCR', file, encoding);
  return file.pages();
}

class HocrFile {
  readonly #pages: Page[] = [];
  readonly #open: Kind[] = [];
  #line: Line | null = null;
  #word: Box | null = null;
  #piece = '';
  #isApart = true;

  open(_name: string, at: XmlAttributes): void {
    const kind = kindOf(at('class'));
    this.#open.push(kind);
    const title = at('title');
    if (kind === 'page') this.#pages.push({ box: bboxOf(title), image: imageOf(title), blocks: [] });
    else if (kind === 'block') this.#pages.at(-1)?.blocks.push({ ids: at('id') === '' ? [] : [at('id')], lines: [] });
    else if (kind === 'line') this.#openLine(bboxOf(title));
    else if (kind === 'word') {
      this.#endPiece();
      this.#word = bboxOf(title);
    }
  }

  close(): void {
    const kind = this.#open.pop();
    if (kind === 'word' || kind === 'line') this.#endPiece();
    if (kind === 'word') this.#word = null;
    if (kind === 'line') this.#line = null;
  }

  text(text: string): void {
    if (!this.#line) return;
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (part.trim() !== '') {
        this.#piece += part;
        continue;
      }
      this.#endPiece();
      this.#isApart = true;
    }
  }

  pages(): readonly SetPage[] {
    return this.#pages.map(({ box, image, blocks }) => ({
      width: box?.width ?? 0,
      height: box?.height ?? 0,
      unit: 'pixel',
      ...(image !== '' && { image }),
      blocks,
    }));
  }

  #openLine(box: Box | null): void {
    const blocks = this.#pages.at(-1)?.blocks;
    this.#line = { box, words: [] };
    this.#isApart = true;
    // A line that stands in no block is a block of its own.
    if (blocks && !this.#open.includes('block')) blocks.push({ ids: [], lines: [] });
    blocks?.at(-1)?.lines.push(this.#line);
  }

  #endPiece(): void {
    if (this.#piece !== '') {
      this.#line?.words.push({ text: this.#piece, box: this.#word, isGlued: !this.#isApart });
      this.#isApart = false;
    }
    this.#piece = '';
  }
}

function kindOf(classes: string): Kind {
  for (const one of classes.split(/\s+/)) if (Object.hasOwn(KINDS, one)) return KINDS[one] ?? null;
  return null;
}

function bboxOf(title: string): Box | null {
  const found = /(?:^|;)\s*bbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)/.exec(title)?.slice(1).map(Number);
  if (!found) return null;
  const [x = 0, y = 0, right = 0, bottom = 0] = found;
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

const imageOf = (title: string): string => /(?:^|;)\s*image\s+"?([^";]+)"?/.exec(title)?.[1]?.trim() ?? '';
