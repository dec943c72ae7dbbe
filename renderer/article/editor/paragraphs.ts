/**
 * A field's text in Lexical: one ParagraphNode a paragraph, plain text in it. The field's text is the paragraphs
 * joined by `\n`; an index counts UTF-16 units of it. Functions with `$` run inside an editor's update or read.
 */
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type PointType,
} from 'lexical';

const $blocks = (): ElementNode[] => $getRoot().getChildren().filter($isElementNode);

const $paragraphTexts = (): string[] => $blocks().map((block) => block.getTextContent());

export const $fieldText = (): string => $paragraphTexts().join('\n');

/** Index of a point of the selection in the field's text. */
function $indexOfPoint(point: PointType): number {
  const node = point.getNode();
  const root = $getRoot();
  if (node.is(root)) return $startOfBlock(point.offset);
  const block = node.getTopLevelElementOrThrow();
  let index = $startOfBlock(block.getIndexWithinParent());
  if (!$isElementNode(block)) return index;
  for (const child of block.getChildren()) {
    if (child.is(node)) return index + point.offset;
    if (node.is(block) && child.getIndexWithinParent() >= point.offset) return index;
    index += child.getTextContentSize();
  }
  return index;
}

function $startOfBlock(number: number): number {
  const blocks = $blocks();
  let index = 0;
  for (let i = 0; i < Math.min(number, blocks.length); i++) index += (blocks[i]?.getTextContentSize() ?? 0) + 1;
  return number >= blocks.length && blocks.length > 0 ? index - 1 : index;
}

/** The selection as indexes: `anchor` where it began, `focus` where the caret is; null when there is none. */
export function $selectionIndexes(): { readonly anchor: number; readonly focus: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const focus = $indexOfPoint(selection.focus);
  return { anchor: selection.isCollapsed() ? focus : $indexOfPoint(selection.anchor), focus };
}

/** Sets a point to an index of the field's text; an index past the end is the end. */
function $setPoint(point: PointType, index: number): void {
  let left = index;
  const blocks = $blocks();
  for (const block of blocks) {
    const size = block.getTextContentSize();
    if (left > size && block !== blocks.at(-1)) {
      left -= size + 1;
      continue;
    }
    left = Math.min(left, size);
    for (const child of block.getChildren()) {
      const length = child.getTextContentSize();
      if ($isTextNode(child) && left <= length) {
        point.set(child.getKey(), left, 'text');
        return;
      }
      left -= length;
    }
    point.set(block.getKey(), block.getChildrenSize(), 'element');
    return;
  }
}

/** Puts the selection at indexes of the field's text. */
export function $selectIndexes(anchor: number, focus: number = anchor): void {
  const selection = $getRoot().selectStart();
  $setPoint(selection.anchor, anchor);
  $setPoint(selection.focus, focus);
}

function $newParagraph(text: string): ElementNode {
  const paragraph = $createParagraphNode();
  return text === '' ? paragraph : paragraph.append($createTextNode(text));
}

function $setParagraph(block: ElementNode, text: string): void {
  const [only, ...others] = block.getChildren();
  if ($isTextNode(only) && only.isSimpleText() && others.length === 0 && text !== '') {
    only.setTextContent(text);
    return;
  }
  block.clear();
  if (text !== '') block.append($createTextNode(text));
}

/**
 * Makes the field show `wanted`, touching only paragraphs that differ. Leaves the selection to the caller: it has to
 * be set anew when this returns true, that is, when anything was touched.
 */
export function $showParagraphs(wanted: readonly string[]): boolean {
  const blocks = $blocks();
  const shown = blocks.map((block) => block.getTextContent());
  const shorter = Math.min(shown.length, wanted.length);
  let head = 0;
  while (head < shorter && shown[head] === wanted[head] && !holdsLineEnd(shown[head])) head++;
  if (head === shown.length && head === wanted.length) return false;
  let tail = 0;
  while (tail < shorter - head && shown[shown.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  const oldEnd = shown.length - tail;
  const newEnd = wanted.length - tail;
  const reused = Math.min(oldEnd, newEnd);
  for (let i = head; i < reused; i++) {
    const block = blocks[i];
    if (block && shown[i] !== wanted[i]) $setParagraph(block, wanted[i] ?? '');
  }
  let last = blocks[reused - 1] ?? null;
  for (let i = reused; i < newEnd; i++) {
    const added = $newParagraph(wanted[i] ?? '');
    if (last) last.insertAfter(added, false);
    else $insertFirst(added);
    last = added;
  }
  for (let i = reused; i < oldEnd; i++) blocks[i]?.remove();
  return true;
}

/** A text node with a line end in it (a stray line break) has to be made paragraphs. */
const holdsLineEnd = (text: string | undefined): boolean => text?.includes('\n') ?? false;

function $insertFirst(block: ElementNode): void {
  const first = $getRoot().getFirstChild();
  if (first) first.insertBefore(block, false);
  else $getRoot().append(block);
}
