/** The tie without a screen: what goes to the store, what comes back. Keys and composition are tested in a browser. */
import { $getSelection, $isRangeSelection, createEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { FieldBinding, type FieldPort } from './binding.ts';
import { $fieldText, $selectIndexes, $selectionIndexes } from './paragraphs.ts';
import { applySplice, type Splice } from './splice.ts';

interface Said {
  readonly text: string;
}

/** A store of one text; `changes` is what it makes of a splice. */
function field(text: string, changes: (text: string, splice: Splice) => string = applySplice) {
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  let said: Said = { text };
  const splices: Splice[] = [];
  const shown: string[] = [];
  const port: FieldPort<Said> = {
    reading: () => said,
    splice: (splice) => {
      splices.push(splice);
      said = { text: changes(said.text, splice) };
      binding.refresh();
    },
    follow: () => null,
    caretMoved: () => {},
    shown: (reading) => shown.push(reading.text),
  };
  const binding: FieldBinding<Said> = new FieldBinding(editor, port);
  return {
    binding,
    splices,
    shown,
    said: () => said.text,
    screen: () => editor.getEditorState().read($fieldText),
    caret: () => editor.getEditorState().read($selectionIndexes)?.focus,
    type(at: number, typed: string) {
      editor.update(
        () => {
          $selectIndexes(at);
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return;
          typed.split('\n').forEach((line, i) => {
            if (i > 0) selection.insertParagraph();
            if (line !== '') selection.insertText(line);
          });
        },
        { discrete: true },
      );
    },
    put(at: number) {
      editor.update(() => $selectIndexes(at), { discrete: true });
    },
    becomes(next: string) {
      said = { text: next };
      binding.refresh();
    },
  };
}

describe('from Lexical to the store', () => {
  test('an update is one splice, at the caret', () => {
    const { type, splices, said } = field('aaa\nb');
    type(2, 'a');
    expect(splices).toEqual([{ at: 2, del: 0, ins: 'a' }]);
    type(5, '一\n二');
    expect(splices).toHaveLength(2);
    expect(said()).toBe('aaaa\n一\n二b');
  });

  test('what the store makes otherwise is shown, the caret behind what was typed', () => {
    const { type, screen, caret } = field('ab', (text, splice) =>
      applySplice(text, { ...splice, ins: `${splice.ins}!` }),
    );
    type(1, 'x');
    expect(screen()).toBe('ax!b');
    expect(caret()).toBe(2);
  });

  test('what the store refuses is taken back', () => {
    const { type, screen, splices } = field('ab', (text) => text);
    type(1, 'x');
    expect(splices).toHaveLength(1);
    expect(screen()).toBe('ab');
    type(2, 'y');
    expect(splices[1]).toEqual({ at: 2, del: 0, ins: 'y' });
  });

  test('an empty paragraph or a blank at the edge of one is no edit', () => {
    const { type, splices } = field('一\n二');
    type(1, '\n');
    expect(splices).toEqual([]);
  });
});

describe('from the store to Lexical', () => {
  test('a change is shown and makes no splice', () => {
    const { becomes, screen, splices, shown } = field('一\n二');
    becomes('一\n新\n二');
    expect(screen()).toBe('一\n新\n二');
    expect(splices).toEqual([]);
    expect(shown).toEqual(['一\n二', '一\n新\n二']);
  });

  test('the caret stays at its character', () => {
    const { becomes, put, caret } = field('abcdef');
    put(4);
    becomes('XXabcdef');
    expect(caret()).toBe(6);
    becomes('XXabcdefYY');
    expect(caret()).toBe(6);
    becomes('XXYY');
    expect(caret()).toBe(2);
  });

  test('after the tie has ended nothing goes either way', () => {
    const { binding, becomes, type, splices } = field('a');
    binding.close();
    type(1, 'b');
    expect(splices).toEqual([]);
    becomes('a');
    expect(splices).toEqual([]);
  });

  test('what Lexical has batched is taken before the tie ends', () => {
    const { binding, said } = field('a');
    binding.editor.update(() => {
      $selectIndexes(1);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('b');
    });
    binding.close();
    expect(said()).toBe('ab');
  });
});
