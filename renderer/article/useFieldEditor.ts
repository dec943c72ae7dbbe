/** One Lexical editor for one field, made when the field appears and taken down with it. */
import { createEditor, type LexicalEditor, mergeRegister } from 'lexical';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ArticleId } from '../../shared/model/review.ts';
import type { Field, Reading } from '../../shared/reading/reading.ts';
import { suggestionsIn } from '../commands/corrections.ts';
import { fieldHits } from '../find/fieldHits.ts';
import { desk } from '../store/index.ts';
import { FieldBinding } from './editor/binding.ts';
import { registerField } from './editor/commands.ts';
import { fieldPort } from './fieldPort.ts';
import { articleIn } from './fieldReading.ts';
import { FieldHighlights, scrollToIndex } from './highlights.ts';
import { type Mark, marksOf } from './marks.ts';
import type { OpenFields } from './openFields.ts';

const EMPTY: Reading = { field: 'body', text: '', units: [] };
const NO_MARKS: readonly Mark[] = [];

export interface ShownField {
  readonly reading: Reading;
  readonly marks: readonly Mark[];
}

interface Options {
  readonly root: RefObject<HTMLElement | null>;
  readonly article: ArticleId;
  readonly field: Field;
  readonly fields: OpenFields;
  readonly isReadOnly: boolean;
  /** Goes back to the raw pane. */
  readonly toRaw: () => void;
  /** The caret was moved to an index of the reading, or text was typed there. */
  readonly caretMoved: (at: number, isTyping: boolean) => void;
}

/** What the field shows now. */
export function useFieldEditor(options: Options): ShownField {
  const { root, article, field, fields, isReadOnly, toRaw, caretMoved } = options;
  const [shown, setShown] = useState<ShownField>({ reading: EMPTY, marks: NO_MARKS });
  const [editor, setEditor] = useState<LexicalEditor | null>(null);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const made = createEditor({ namespace: `galley-${field}`, onError: fail });
    const highlights = new FieldHighlights(element);
    let current: ShownField = { reading: EMPTY, marks: NO_MARKS };
    let isWaiting = false;
    /** Marks are drawn when Lexical is done with the paragraphs, before the next picture of the screen. */
    const drawSoon = () => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => {
        isWaiting = false;
        if (!made.isComposing()) highlights.draw(current.reading.text, withHits());
      });
    };
    const withHits = (): readonly Mark[] => {
      const state = desk.store.getState();
      const owner = articleIn(state, article);
      const hits = owner ? fieldHits(state.find, owner, current.reading) : NO_MARKS;
      return hits.length === 0 ? current.marks : [...current.marks, ...hits].sort((a, b) => a.from - b.from);
    };
    const show = (reading: Reading) => {
      const state = desk.store.getState();
      const owner = articleIn(state, article);
      const marks = owner ? marksOf(reading, owner, suggestionsIn(state, article)) : NO_MARKS;
      // Every change of the review comes by here; most are of other fields.
      if (reading.text !== current.reading.text || !isSameMarks(marks, current.marks)) setShown({ reading, marks });
      current = { reading, marks };
      drawSoon();
    };
    const port = fieldPort(desk, article, field, show);
    made.setRootElement(element);
    const binding = new FieldBinding(made, {
      ...port,
      caretMoved: (at, isTyping) => {
        port.caretMoved(at, isTyping);
        caretMoved(at, isTyping);
      },
    });
    const unregister = mergeRegister(
      registerField(made, {
        enter: field === 'body' ? 'paragraph' : 'leave',
        leave: (way, edge) => fields.go(field, way, edge),
        escape: toRaw,
        undo: () => desk.undo(),
        redo: () => desk.redo(),
      }),
      made.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) drawSoon();
      }),
      desk.store.subscribe((now, before) => {
        if (now.history !== before.history) binding.refresh();
        // Suggestions come and go with the newspaper's word list too.
        else if (now.doubts !== before.doubts) show(port.reading());
        if (now.find.found !== before.find.found || now.find.at !== before.find.at) {
          drawSoon();
          const shown = withHits().find(({ kind }) => kind === 'found-now');
          if (shown) scrollToIndex(element, current.reading.text, shown.from);
        }
      }),
      desk.beforeStep(() => binding.commitComposition()),
      fields.add({ field, reading: port.reading, setCaret: (at) => binding.setCaret(at) }),
    );
    setEditor(made);
    return () => {
      if (element.ownerDocument.activeElement === element) fields.loses(field);
      binding.close();
      unregister();
      highlights.clear();
      made.setRootElement(null);
    };
  }, [root, article, field, fields, toRaw, caretMoved]);

  useLayoutEffect(() => editor?.setEditable(!isReadOnly), [editor, isReadOnly]);
  return shown;
}

const isSameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((mark, i) => {
    const other = b[i];
    return (
      mark.kind === other?.kind &&
      mark.from === other.from &&
      mark.to === other.to &&
      mark.correction === other.correction &&
      mark.suggestion === other.suggestion
    );
  });

/** Lexical's own faults must not pass in silence. */
function fail(error: Error): void {
  throw error;
}
