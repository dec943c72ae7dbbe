/**
 * TEI P5: the text of `text`, a line each heading, paragraph or other block, cut where the file has `lb`; pages at `pb`.
 * It is taken as printed: of a `choice` the original (`sic`, `orig`, `abbr`).
 */
import type { Encoding } from '../../shared/model/source.ts';
import type { SetBlock, SetPage } from './pages.ts';
import { readXml, type XmlAttributes } from './xml.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'head p ab byline argument l item label fw opener closer dateline salute signed trailer note cell quote sp speaker stage titlePart docTitle'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set(['corr', 'reg', 'expan', 'del', 'figDesc', 'teiHeader', 'standOff']);

/** The pages of a TEI file. Throws a `DeskError`. */
export function readTei(bytes: Uint8Array, encoding?: Encoding): readonly SetPage[] {
  const text = new TeiText();
  readXml(bytes, 'TEI', text, encoding);
  return text.pages();
}

interface Page {
  readonly image: string;
  readonly blocks: SetBlock[];
}

class TeiText {
  readonly #pages: Page[] = [{ image: '', blocks: [] }];
  #lines = [''];
  #skipped = 0;
  #texts = 0;

  open(name: string, at: XmlAttributes): void {
    if (SKIPPED.has(name)) this.#skipped++;
    if (name === 'text') this.#texts++;
    if (this.#skipped > 0 || this.#texts === 0) return;
    if (BLOCKS.has(name)) this.#endBlock();
    else if (name === 'lb') this.#lines.push('');
    else if (name === 'pb') this.#breakPage(at('facs'));
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipped--;
    if (BLOCKS.has(name) || name === 'text') this.#endBlock();
    if (name === 'text') this.#texts--;
  }

  text(text: string): void {
    if (this.#texts > 0 && this.#skipped === 0) this.#lines[this.#lines.length - 1] += text;
  }

  pages(): readonly SetPage[] {
    return this.#pages.map(({ image, blocks }) => ({
      width: 0,
      height: 0,
      unit: 'pixel',
      ...(image !== '' && { image }),
      blocks,
    }));
  }

  /** A break before anything was said opens the first page. */
  #breakPage(image: string): void {
    this.#endBlock();
    const first = this.#pages.length === 1 && this.#pages[0]?.blocks.length === 0;
    if (first) this.#pages.pop();
    this.#pages.push({ image, blocks: [] });
  }

  /** White space of the source is a blank. */
  #endBlock(): void {
    const lines = this.#lines.map((line) => line.replace(/[ \t\r\n]+/g, ' ').trim()).filter((line) => line !== '');
    if (lines.length > 0)
      this.#pages.at(-1)?.blocks.push({
        ids: [],
        lines: lines.map((text) => ({ words: [{ text, box: null }], box: null })),
      });
    this.#lines = [''];
  }
}
