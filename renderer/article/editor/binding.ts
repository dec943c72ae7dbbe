/**
 * Ties one Lexical editor to one field of the review, both ways.
 *
 * *Store to Lexical*: an update tagged FROM_STORE that touches only the paragraphs that changed and keeps the caret.
 * *Lexical to store*: after each update the text is compared with what was shown; the difference is one splice.
 * *Composition*: while an input method composes, nothing is taken and nothing written; its end is one splice.
 *
 * Origins live outside the nodes (in the reading), because composition and Enter destroy what text nodes carry.
 */
import {
  $getSelection,
  COMPOSITION_END_TAG,
  type EditorState,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $fieldText, $selectIndexes, $selectionIndexes, $showParagraphs } from './paragraphs.ts';
import { carry, rebase, type Splice, spliceOf } from './splice.ts';

/** Tag of updates that write the store's text into Lexical. */
export const FROM_STORE = 'galley-from-store';

/** The store's side of a field. `R` is what the store knows of the text: a reading with its source map. */
export interface FieldPort<R extends { readonly text: string }> {
  /** The field's reading as the store has it now. */
  reading(): R;
  /** Makes the splice, an edit of `reading().text`, in the store. Refused edits leave the reading as it was. */
  splice(splice: Splice): void;
  /** Where the caret at `at` of `before` stands in `after`, by its source; null: its source is gone. */
  follow(before: R, after: R, at: number): number | null;
  /** The caret stands at `at`, or the field has lost it. */
  caretMoved(at: number | null): void;
  /** Lexical shows `reading` now. */
  shown(reading: R): void;
}

export class FieldBinding<R extends { readonly text: string }> {
  readonly editor: LexicalEditor;
  readonly #port: FieldPort<R>;
  /** What Lexical showed when store and Lexical last agreed; splices are made from here. */
  #shown: string;
  /** The reading whose text is `#shown`; null while Lexical is ahead of it. */
  #reading: R | null;
  #composing = false;
  #undo: (() => void)[] = [];

  constructor(editor: LexicalEditor, port: FieldPort<R>) {
    this.editor = editor;
    this.#port = port;
    this.#reading = port.reading();
    this.#shown = this.#reading.text;
    const paragraphs = this.#shown.split('\n');
    editor.update(() => $showParagraphs(paragraphs), { tag: [FROM_STORE, SKIP_DOM_SELECTION_TAG], discrete: true });
    this.#undo.push(
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (editor.isComposing()) {
          this.#composing = true;
          return;
        }
        const ended = this.#composing || tags.has(COMPOSITION_END_TAG);
        this.#composing = false;
        const dirty = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        if ((dirty && !tags.has(FROM_STORE)) || ended) this.#take(editorState);
        this.#tellCaret(editorState);
      }),
    );
    port.shown(this.#reading);
  }

  /** Ends the tie. What an input method was composing is taken first. */
  close(): void {
    this.#flush();
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  /** The store has changed: shows its text, unless an input method composes; then at its end. */
  refresh(): void {
    if (this.editor.isComposing()) return;
    this.#commitPending();
    this.#show();
  }

  /** Ends a composition, if there is one: what it shows is taken as typed. */
  commitComposition(): void {
    if (!this.editor.isComposing()) return;
    const root = this.editor.getRootElement();
    // Taking the focus away makes the browser end the composition, with its text kept.
    root?.blur();
    root?.focus({ preventScroll: true });
    this.#flush();
  }

  /** The caret's index; null when the editor has no selection. */
  caret(): number | null {
    return this.editor.getEditorState().read(() => $selectionIndexes()?.focus ?? null);
  }

  /** Puts the caret at an index and the focus into the field. */
  setCaret(at: number): void {
    this.editor.update(() => $selectIndexes(at), { tag: FROM_STORE, discrete: true });
    this.editor.focus();
  }

  /** Takes what Lexical holds, composing or not. */
  #flush(): void {
    this.#commitPending();
    this.#composing = false;
    this.#take(this.editor.getEditorState());
  }

  /** Makes Lexical commit what it has batched, so that an update from the store does not swallow it. */
  #commitPending(): void {
    this.editor.read(() => undefined);
  }

  #take(state: EditorState): void {
    const { text, caret } = state.read(() => ({ text: $fieldText(), caret: $selectionIndexes()?.focus }));
    const typed = spliceOf(this.#shown, text, caret);
    const before = this.#shown;
    if (typed !== null) {
      const now = this.#port.reading();
      this.#shown = text;
      this.#reading = null;
      this.#port.splice(rebase(typed, spliceOf(before, now.text)));
    }
    this.#show();
  }

  #show(): void {
    const reading = this.#port.reading();
    if (reading === this.#reading) return;
    if (reading.text !== this.#shown) this.#write(reading);
    this.#shown = reading.text;
    this.#reading = reading;
    this.#port.shown(reading);
  }

  #write(reading: R): void {
    const before = this.#reading;
    const change = spliceOf(this.#shown, reading.text);
    const place = (at: number): number => (before && this.#port.follow(before, reading, at)) ?? carry(at, change);
    const tag = [FROM_STORE, SKIP_SCROLL_INTO_VIEW_TAG];
    if (!this.#hasFocus()) tag.push(SKIP_DOM_SELECTION_TAG);
    this.editor.update(
      () => {
        const selected = $selectionIndexes();
        const touched = $showParagraphs(reading.text.split('\n'));
        if (touched && selected) $selectIndexes(place(selected.anchor), place(selected.focus));
      },
      { tag, discrete: true },
    );
  }

  #hasFocus(): boolean {
    const root = this.editor.getRootElement();
    return root !== null && root.ownerDocument.activeElement === root;
  }

  #tellCaret(state: EditorState): void {
    if (!this.#hasFocus()) return;
    this.#port.caretMoved(state.read(() => ($getSelection() ? ($selectionIndexes()?.focus ?? null) : null)));
  }
}
