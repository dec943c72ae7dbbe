/**
 * What an editor may show for a moment though the review does not know it: an empty paragraph just opened by Enter, a
 * blank at a paragraph's edge that the next word will need. As long as the caret stays in its paragraph it is left alone.
 */

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Whether two texts differ in empty paragraphs and blanks at the edges of paragraphs only. */
export function isEquivalent(a: string, b: string): boolean {
  if (a === b) return true;
  // Cheap before exact: the texts are long, and nearly always differ by what was typed.
  if (Math.abs(a.length - b.length) > 64) return false;
  const left = paragraphsOf(a);
  const right = paragraphsOf(b);
  return left.length === right.length && left.every((paragraph, i) => paragraph === right[i]);
}

export interface TextWithCaret {
  readonly text: string;
  /** Index in `text`. */
  readonly caret: number;
}

/** The text without its empty paragraphs, and the caret where it stood. */
export function withoutEmptyParagraphs(text: string, caret: number): TextWithCaret {
  if (!text.includes('\n\n') && !text.startsWith('\n') && !text.endsWith('\n')) return { text, caret };
  const kept: string[] = [];
  let from = 0;
  let at = 0;
  let newCaret: number | null = null;
  for (const paragraph of text.split('\n')) {
    const to = from + paragraph.length;
    if (paragraph !== '') {
      if (newCaret === null && caret <= to) newCaret = at + Math.max(0, caret - from);
      kept.push(paragraph);
      at += paragraph.length + 1;
    }
    from = to + 1;
  }
  const joined = kept.join('\n');
  return { text: joined, caret: newCaret ?? joined.length };
}

/** Number of the paragraph (0-based) that holds index `at`. */
export function paragraphAt(text: string, at: number): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
