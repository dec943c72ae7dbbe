/** Where the caret stands on the screen: on the first or last printed line of its field? */

/** To the field before or the one after. */
export type Way = 'before' | 'after';

/** Whether the caret is on the first (`before`) or last (`after`) line of the text as it is wrapped in `root`. */
export function atTextEdge(root: HTMLElement | null, way: Way): boolean {
  const selection = root?.ownerDocument.getSelection();
  if (!root || !selection || selection.rangeCount === 0) return false;
  const caret = caretBox(selection.getRangeAt(0));
  const edge = edgeBox(root, way);
  if (!caret || !edge) return false;
  // Boxes of one printed line overlap by more than half; those of neighbours hardly at all.
  const overlap = Math.min(caret.bottom, edge.bottom) - Math.max(caret.top, edge.top);
  return overlap > Math.min(caret.height, edge.height) / 2;
}

function caretBox(range: Range): DOMRect | null {
  const box = [...range.getClientRects()].at(-1);
  if (box) return box;
  // A caret in an empty paragraph has no box of its own.
  return range.startContainer instanceof Element ? range.startContainer.getBoundingClientRect() : null;
}

function edgeBox(root: HTMLElement, way: Way): DOMRect | null {
  const paragraph = way === 'before' ? root.firstElementChild : root.lastElementChild;
  if (!paragraph) return null;
  const range = root.ownerDocument.createRange();
  range.selectNodeContents(paragraph);
  const boxes = [...range.getClientRects()];
  return (way === 'before' ? boxes[0] : boxes.at(-1)) ?? paragraph.getBoundingClientRect();
}
