import fc from 'fast-check';
import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { $fieldText, $selectIndexes, $selectionIndexes, $showParagraphs } from './paragraphs.ts';

const editorWith = (paragraphs: readonly string[]): LexicalEditor => {
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  show(editor, paragraphs);
  return editor;
};
const show = (editor: LexicalEditor, paragraphs: readonly string[]) =>
  editor.update(() => void $showParagraphs(paragraphs), { discrete: true });
const textOf = (editor: LexicalEditor) => editor.getEditorState().read($fieldText);
const keysOf = (editor: LexicalEditor) => editor.getEditorState().read(() => $getRoot().getChildrenKeys());

const paragraph = fc.constantFrom('', '一', '二三', 'four', '𠮷');
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });

test('shows what is wanted, whatever was shown', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const editor = editorWith(before);
      show(editor, after);
      expect(textOf(editor)).toBe(after.join('\n'));
      expect(keysOf(editor)).toHaveLength(after.length);
    }),
  );
});

test('touches only paragraphs that differ', () => {
  fc.assert(
    fc.property(paragraphs, paragraph, paragraphs, (head, changed, tail) => {
      const editor = editorWith([...head, 'before', ...tail]);
      const keys = keysOf(editor);
      show(editor, [...head, changed, ...tail]);
      expect(keysOf(editor)).toEqual(keys);
    }),
  );
});

test('a paragraph that is added or taken away leaves the others', () => {
  const editor = editorWith(['一', '二', '三']);
  const [first, , third] = keysOf(editor);
  show(editor, ['一', '三']);
  expect(keysOf(editor)).toEqual([first, third]);
  show(editor, ['一', '新', '新', '三']);
  expect(keysOf(editor).at(0)).toBe(first);
  expect(keysOf(editor).at(-1)).toBe(third);
});

test('every index can be selected and is found again', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(30), fc.nat(30), (shown, a, b) => {
      const editor = editorWith(shown);
      const { length } = shown.join('\n');
      const [anchor, focus] = [Math.min(a, length), Math.min(b, length)];
      editor.update(() => $selectIndexes(anchor, focus), { discrete: true });
      expect(editor.getEditorState().read($selectionIndexes)).toEqual({ anchor, focus });
    }),
  );
});

test('an index past the end is the end', () => {
  const editor = editorWith(['ab', 'c']);
  editor.update(() => $selectIndexes(99), { discrete: true });
  expect(editor.getEditorState().read($selectionIndexes)).toEqual({ anchor: 4, focus: 4 });
});
