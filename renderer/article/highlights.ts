/**
 * Draws marks over a field's text with the CSS Custom Highlight API: no node is added, so Lexical and input methods
 * never notice. Names in the style sheet: `::highlight(galley-machine)` and so on.
 */
import { MARK_KINDS, type Mark, type MarkKind } from './marks.ts';

/** Higher is drawn over lower where they overlap. */
const PRIORITY: { readonly [kind in MarkKind]: number } = {
  supplied: 0,
  incomplete: 1,
  machine: 2,
  deletion: 3,
  correction: 4,
  missing: 5,
  suggestion: 6,
  found: 7,
  'found-now': 8,
};

const registry = new Map<MarkKind, Highlight>();

/** The window's one highlight for marks of a kind; a pane adds and takes away its own ranges. */
export function highlightOf(kind: MarkKind): Highlight {
  const known = registry.get(kind);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = PRIORITY[kind];
  registry.set(kind, highlight);
  CSS.highlights.set(`galley-${kind}`, highlight);
  return highlight;
}

/** Whether this browser can draw marks (test environments can't). */
export const canDraw = (): boolean =>
  typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;

interface Drawn {
  readonly kind: MarkKind;
  readonly range: Range;
}

/** The paragraphs of a field on the screen, without the empty ones that only the editor sees. */
const paragraphsOf = (root: HTMLElement): Element[] => [...root.children].filter((p) => !isEmpty(p));

/** Whether only a line end stands in it, or nothing: told without reading its text, for there may be thousands. */
const isEmpty = ({ firstChild, lastChild }: Element): boolean =>
  firstChild === lastChild && (firstChild === null || firstChild.nodeName === 'BR');

/** The text node of a paragraph; null when it has several (something is being composed). */
function textOf(paragraph: Element): Text | null {
  let node: Node | null = paragraph.firstChild;
  while (node && !(node instanceof Text)) {
    if (node.nextSibling) return null;
    node = node.firstChild;
  }
  return node instanceof Text && !node.nextSibling ? node : null;
}

export class FieldHighlights {
  readonly #root: HTMLElement;
  #drawn = new Map<Element, Drawn[]>();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Draws the marks over what is shown of `text`; touches only paragraphs whose marks are others. */
  draw(text: string, marks: readonly Mark[]): void {
    if (!canDraw()) return;
    const old = this.#drawn;
    this.#drawn = new Map();
    if (marks.length > 0) this.#drawAll(text, marks, old);
    for (const [paragraph, drawn] of old) if (!this.#drawn.has(paragraph)) erase(drawn);
  }

  clear(): void {
    for (const drawn of this.#drawn.values()) erase(drawn);
    this.#drawn.clear();
  }

  #drawAll(text: string, marks: readonly Mark[], old: ReadonlyMap<Element, Drawn[]>): void {
    let start = 0;
    let next = 0;
    for (const paragraph of paragraphsOf(this.#root)) {
      const end = text.indexOf('\n', start);
      const stop = end < 0 ? text.length : end;
      const first = next;
      while (next < marks.length && (marks[next] as Mark).from < stop) next++; // in range by the loop's bound
      const own = marks.slice(first, next);
      const node = own.length > 0 ? textOf(paragraph) : null;
      if (node?.data.startsWith(text.slice(start, stop))) {
        this.#drawn.set(paragraph, redraw(node, own, start, old.get(paragraph) ?? []));
      }
      if (end < 0) return;
      start = stop + 1;
    }
  }
}

function erase(drawn: readonly Drawn[]): void {
  for (const { kind, range } of drawn) highlightOf(kind).delete(range);
}

/** The ranges for the marks; those at hand are used again where they fit. */
function redraw(node: Text, marks: readonly Mark[], start: number, old: readonly Drawn[]): Drawn[] {
  const isSame = old.length === marks.length && old.every(({ kind }, i) => kind === marks[i]?.kind);
  if (!isSame) erase(old);
  return marks.map(({ kind, from, to }, i) => {
    const range = (isSame && old[i]?.range) || node.ownerDocument.createRange();
    if (!isAt(range, node, from - start, to - start)) {
      range.setStart(node, from - start);
      range.setEnd(node, Math.min(to - start, node.length));
    }
    if (!isSame) highlightOf(kind).add(range);
    return { kind, range };
  });
}

const isAt = (range: Range, node: Text, from: number, to: number): boolean =>
  range.startContainer === node && range.endContainer === node && range.startOffset === from && range.endOffset === to;

/** The index in `text` of a place on the screen; null outside the field's text. */
export function indexAtPoint(root: HTMLElement, text: string, x: number, y: number): number | null {
  const place = root.ownerDocument.caretPositionFromPoint(x, y);
  if (!place || !(place.offsetNode instanceof Text) || !root.contains(place.offsetNode)) return null;
  let start = 0;
  for (const paragraph of paragraphsOf(root)) {
    if (paragraph.contains(place.offsetNode)) return start + place.offset;
    const end = text.indexOf('\n', start);
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

/** Where the range `[from, to)` of `text` stands on the screen; null when it is not drawn. */
export function boxOf(root: HTMLElement, text: string, from: number, to: number): DOMRect | null {
  const paragraphNumber = text.slice(0, from).split('\n').length - 1;
  const paragraph = paragraphsOf(root)[paragraphNumber];
  const node = paragraph ? textOf(paragraph) : null;
  if (!node) return null;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const range = root.ownerDocument.createRange();
  range.setStart(node, Math.min(from - start, node.length));
  range.setEnd(node, Math.min(to - start, node.length));
  return range.getClientRects()[0] ?? null;
}

/** Scrolls the paragraph that holds the index into view, if it is not. */
export function scrollToIndex(root: HTMLElement, text: string, at: number): void {
  const number = text.slice(0, at).split('\n').length - 1;
  paragraphsOf(root)[number]?.scrollIntoView({ block: 'nearest' });
}

/** All names, as the style sheet has to have them. */
export const HIGHLIGHT_NAMES: readonly string[] = MARK_KINDS.map((kind) => `galley-${kind}`);
