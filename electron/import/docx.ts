/**
 * DOCX (Office Open XML): the paragraphs of the main document, one a line, with its forced line and page breaks. Text that
 * is marked as deleted or moved away, field codes, readings set above their characters (ruby), notes, headers and footers are
 * not taken.
 */

import type { SetBlock, SetLine, SetPage } from './pages.ts';
import { refusal } from './refusal.ts';
import { readXml, type XmlAttributes } from './xml.ts';
import { readZip, type ZipEntry } from './zip.ts';

const KIND = 'DOCX';

/** Whether the entries of a zip are those of a DOCX. */
export const isDocx = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => /^word\/document\d*\.xml$/.test(name));

/** The pages of a DOCX file. Throws a `DeskError`. */
export function readDocx(bytes: Uint8Array): readonly SetPage[] {
  const entries = readZip(bytes, KIND);
  const main = mainOf(entries);
  if (!main) throw refusal('broken file', KIND, 'no main document');
  const text = new DocxText();
  readXml(main.read(), KIND, text);
  return text.pages();
}

/** The part that the package's relations call the document; its usual name where they don't say. */
function mainOf(entries: readonly ZipEntry[]): ZipEntry | undefined {
  let target = 'word/document.xml';
  const relations = entries.find(({ name }) => name === '_rels/.rels');
  if (relations)
    readXml(relations.read(), KIND, {
      open(_name, at) {
        if (at('Type').endsWith('/officeDocument')) target = at('Target').replace(/^\//, '');
      },
      close: () => undefined,
    });
  return entries.find(({ name }) => name === target);
}

/** Elements whose text is not the line's: deleted, moved away, given a second time for older programs, or set above it. */
const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rt']);
const HEADING = /^(?:heading|title|subtitle|\d$)/i;

interface Paragraph {
  lines: string[];
  isHeading: boolean;
}

class DocxText {
  readonly #pages: SetBlock[][] = [[]];
  #block: SetLine[] = [];
  /** Paragraphs that are open: a text box stands within one. */
  readonly #open: Paragraph[] = [];
  #skipped = 0;
  #runs = 0;
  #isText = false;

  open(name: string, at: XmlAttributes): void {
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (name === 'p') this.#open.push({ lines: [''], isHeading: false });
    else if (name === 'r') this.#runs++;
    else if (name === 'pStyle') this.#style(at('val'));
    else if (name === 't') this.#isText = true;
    else if (this.#runs > 0) this.#character(name, at);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipped--;
    else if (this.#skipped > 0) return;
    else if (name === 't') this.#isText = false;
    else if (name === 'r') this.#runs--;
    else if (name === 'p') this.#endParagraph();
  }

  text(text: string): void {
    if (this.#isText && this.#skipped === 0) this.#add(text);
  }

  pages(): readonly SetPage[] {
    this.#endBlock();
    return this.#pages.map((blocks) => ({ width: 0, height: 0, unit: 'pixel', blocks }));
  }

  /** Elements that stand for characters. */
  #character(name: string, at: XmlAttributes): void {
    if (name === 'tab') this.#add('\t');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'sym') this.#add('\ufffd');
    else if (name === 'cr') this.#open.at(-1)?.lines.push('');
    else if (name === 'br' && at('type') === 'page') this.#breakPage();
    else if (name === 'br') this.#open.at(-1)?.lines.push('');
  }

  #add(text: string): void {
    const lines = this.#open.at(-1)?.lines;
    if (lines) lines[lines.length - 1] += text;
  }

  #style(id: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.isHeading = HEADING.test(id);
  }

  #breakPage(): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph) return;
    this.#take(paragraph);
    paragraph.lines = [''];
    this.#endBlock();
    this.#pages.push([]);
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph) this.#take(paragraph);
  }

  /** A heading stands by itself; an empty paragraph parts blocks. */
  #take({ lines, isHeading }: Paragraph): void {
    const isEmpty = lines.every((line) => line.trim() === '');
    if (isHeading || isEmpty) this.#endBlock();
    if (!isEmpty) this.#block.push(...lines.map((text): SetLine => ({ words: [{ text, box: null }], box: null })));
    if (isHeading) this.#endBlock();
  }

  #endBlock(): void {
    if (this.#block.length > 0) this.#pages.at(-1)?.push({ ids: [], lines: this.#block });
    this.#block = [];
  }
}
