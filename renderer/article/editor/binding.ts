/**
 * Ties one Lexical editor to one field of the review, both ways.
 *
 * *Store to Lexical*: an update tagged FROM_STORE that touches only the paragraphs that changed and keeps the caret.
 * *Lexical to store*: after each update the text is compared with the reading; the difference is one splice.
 * *Composition*: while an input method composes, nothing is taken and nothing written; its end is one splice.
 *
 * Origins live outside the nodes (in the reading), because composition and Enter destroy what text nodes carry.
 */
import {
  $getSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_COMMAND,
  COMPOSITION_START_COMMAND,
  type EditorState,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { isEquivalent, paragraphAt, withoutEmptyParagraphs } from './leniency.ts';
import { $fieldText, $selectIndexes, $selectionIndexes, $showParagraphs } from './paragraphs.ts';
import { carry, rebase, type Splice, spliceOf } from './splice.ts';

/** Tag of updates that write the store's text into Lexical. */
const FROM_STORE = 'galley-from-store';

/** How a splice came about; what is pasted is undone by itself. */
export type Origin = 'typed' | 'pasted';

/** The store's side of a field. `R` is what the store knows of the text: a reading with its source map. */
export interface FieldPort<R extends { readonly text: string }> {
  /** The field's reading as the store has it now; the same value as long as nothing changed. */
  reading(): R;
  /** Makes the splice, an edit of `reading().text`, in the store. Refused edits leave the reading as it was. */
  splice(splice: Splice, origin: Origin): void;
  /** Where the caret at `at` of `before` stands in `after`, by its source; null: its source is gone. */
  follow(before: R, after: R, at: number): number | null;
  /** The caret is at index `at` of the reading; `isTyping`: typing took it there. */
  caretMoved(at: number, isTyping: boolean): void;
  /** Lexical shows `reading` now. */
  shown(reading: R): void;
}

interface Selected {
  readonly anchor: number;
  readonly focus: number;
}

export class FieldBinding<R extends { readonly text: string }> {
  readonly editor: LexicalEditor;
  readonly #port: FieldPort<R>;
  /** The reading that Lexical shows; splices are made from its text. */
  #reading: R;
  /** The paragraph in which Lexical may show more than the reading knows; null: it shows just the reading. */
  #lenientIn: number | null = null;
  /** A splice is on its way into the store. */
  #taking = false;
  #composing = false;
  /** The selection that a composition began over, to be put back when it is cancelled. */
  #composedOver: Selected | null = null;
  #cancelled = false;
  readonly #undo: () => void;
  readonly #commit = () => this.commitComposition();

  constructor(editor: LexicalEditor, port: FieldPort<R>) {
    this.editor = editor;
    this.#port = port;
    this.#reading = port.reading();
    const paragraphs = this.#reading.text.split('\n');
    editor.update(() => $showParagraphs(paragraphs), { tag: [FROM_STORE, SKIP_DOM_SELECTION_TAG], discrete: true });
    this.#undo = this.#register();
    port.shown(this.#reading);
  }

  /** Ends the tie. What an input method was composing is taken first. */
  close(): void {
    this.#commitPending();
    this.#take(this.editor.getEditorState(), 'typed');
    this.#undo();
  }

  /** The store has changed: shows its text, unless an input method composes; then at its end. */
  refresh(): void {
    if (this.#taking || this.editor.isComposing()) return;
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
    this.#commitPending();
  }

  /** Puts the caret at an index of the reading and the focus into the field. */
  setCaret(at: number): void {
    this.editor.update(() => $selectIndexes(at), { tag: FROM_STORE, discrete: true });
    this.editor.focus();
  }

  #register(): () => void {
    const { editor } = this;
    return mergeRegister(
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (editor.isComposing()) {
          this.#composing = true;
          return;
        }
        const ended = this.#composing;
        this.#composing = false;
        if (tags.has(FROM_STORE) && !ended) return;
        const dirty = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        if (this.#cancelled) this.#putBack();
        else if (dirty || ended) this.#take(editorState, tags.has(PASTE_TAG) ? 'pasted' : 'typed');
        this.#tellCaret(editorState, dirty || ended);
      }),
      // Most systems end a composition at a click; where one does not, its letters would show and not be in the review.
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('pointerdown', this.#commit);
        root?.addEventListener('pointerdown', this.#commit);
      }),
      editor.registerCommand(
        COMPOSITION_START_COMMAND,
        () => {
          const selection = $getSelection();
          const isOver = $isRangeSelection(selection) && !selection.isCollapsed() && !editor.isComposing();
          this.#composedOver = isOver ? $selectionIndexes() : null;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        COMPOSITION_END_COMMAND,
        ({ data }) => {
          this.#cancelled = data === '' && this.#composedOver !== null;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          queueMicrotask(() => this.#endLeniency());
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }

  /** Makes Lexical commit what it has batched, so that an update from the store does not swallow it. */
  #commitPending(): void {
    this.editor.read(() => undefined);
  }

  /** The browser has deleted what a composition began over; it was cancelled, so that comes back. */
  #putBack(): void {
    const over = this.#composedOver;
    this.#cancelled = false;
    this.#composedOver = null;
    this.#reading = this.#port.reading();
    this.#write(this.#reading, () => over);
    this.#port.shown(this.#reading);
  }

  #take(state: EditorState, origin: Origin): void {
    const { text, caret } = state.read(() => ({ text: $fieldText(), caret: $selectionIndexes()?.focus }));
    if (text !== this.#reading.text) {
      const now = withoutEmptyParagraphs(text, caret ?? text.length);
      const typed = isEquivalent(now.text, this.#reading.text)
        ? null
        : spliceOf(this.#reading.text, now.text, now.caret);
      if (typed) this.#send(typed, origin);
    }
    this.#show(text, caret);
  }

  #send(typed: Splice, origin: Origin): void {
    // The store may have changed while an input method composed: the splice moves along.
    const since = spliceOf(this.#reading.text, this.#port.reading().text);
    this.#taking = true;
    try {
      this.#port.splice(rebase(typed, since), origin);
    } finally {
      this.#taking = false;
    }
  }

  /** Shows the store's reading. `text` and `caret` are what Lexical has; `typed`: they were just taken. */
  #show(text?: string, caret?: number): void {
    const reading = this.#port.reading();
    const has = text ?? this.editor.getEditorState().read($fieldText);
    const before = has === this.#reading.text ? this.#reading : null;
    const isNew = reading !== this.#reading;
    this.#reading = reading;
    this.#lenientIn = null;
    if (has !== reading.text) {
      if (caret !== undefined && this.#hasFocus() && isEquivalent(has, reading.text)) {
        this.#lenientIn = paragraphAt(has, caret);
      } else {
        this.#write(reading, this.#carrying(before, reading, spliceOf(has, reading.text)));
      }
    }
    if (isNew) this.#port.shown(reading);
  }

  /** How the selection moves when Lexical's text becomes the reading's: by its source, else by what changes. */
  #carrying(before: R | null, after: R, change: Splice | null): (selected: Selected) => Selected {
    const place = (at: number) => (before && this.#port.follow(before, after, at)) ?? carry(at, change);
    return ({ anchor, focus }) => ({ anchor: place(anchor), focus: place(focus) });
  }

  #write(reading: R, select: (selected: Selected) => Selected | null): void {
    const tag = [FROM_STORE, SKIP_SCROLL_INTO_VIEW_TAG];
    if (!this.#hasFocus()) tag.push(SKIP_DOM_SELECTION_TAG);
    this.editor.update(
      () => {
        const selected = $selectionIndexes();
        const touched = $showParagraphs(reading.text.split('\n'));
        const next = touched && selected ? select(selected) : null;
        if (next) $selectIndexes(next.anchor, next.focus);
      },
      { tag, discrete: true },
    );
  }

  #endLeniency(): void {
    if (this.#lenientIn === null || this.editor.isComposing()) return;
    this.#commitPending();
    this.#show();
  }

  #hasFocus(): boolean {
    const root = this.editor.getRootElement();
    return root !== null && root.ownerDocument.activeElement === root;
  }

  #tellCaret(state: EditorState, isTyping: boolean): void {
    if (!this.#hasFocus()) return;
    const at = state.read(() => $selectionIndexes()?.focus);
    if (at === undefined) return;
    if (this.#lenientIn !== null) {
      const text = state.read($fieldText);
      if (paragraphAt(text, at) !== this.#lenientIn) this.#endLeniency();
      return;
    }
    this.#port.caretMoved(at, isTyping);
  }
}
