/**
 * What keys, clipboard and drops do in a field: plain text in paragraphs, nothing else. Rich text's commands (bold,
 * lists, indents, HTML paste, drops) are simply not registered, so Lexical does nothing on them.
 */
import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $selectAll,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { atTextEdge, type Way } from './edges.ts';
import { $fieldText, $selectionIndexes } from './paragraphs.ts';

/** What a field does beside editing its own text. */
export interface FieldActions {
  /** `paragraph`: Enter breaks a paragraph; `leave`: it goes to the next field. */
  readonly enter: 'paragraph' | 'leave';
  /** Goes to the field before or after; `edge` says where its caret shall stand. Returns false when there is none. */
  leave(way: Way, edge: 'start' | 'end'): boolean;
  /** Goes back to the raw pane. */
  escape(): void;
  undo(): void;
  redo(): void;
}

/** Text from a clipboard as a field takes it: no carriage returns, no blank lines, in a one-line field no line ends. */
export function plainText(pasted: string, enter: FieldActions['enter']): string {
  const lines = pasted.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\n');
  // The first and last line may be parts of a line: their outer blanks are meant.
  const kept = lines.filter((line, i) => i === 0 || i === lines.length - 1 || line.trim() !== '');
  return enter === 'paragraph' ? kept.join('\n') : kept.join(' ');
}

function $insertPlain(selection: RangeSelection, text: string): void {
  if (!selection.isCollapsed()) selection.removeText();
  text.split('\n').forEach((line, i) => {
    if (i > 0) selection.insertParagraph();
    if (line !== '') selection.insertText(line);
  });
}

const $selectedText = (): string => {
  const selected = $selectionIndexes();
  if (!selected) return '';
  const { anchor, focus } = selected;
  return $fieldText().slice(Math.min(anchor, focus), Math.max(anchor, focus));
};

/**
 * Takes the selection as it is on the screen. Browsers tell of it late, and a fast key after Shift and arrows would act
 * on the one before.
 */
function $takeScreenSelection(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  const screen = root?.ownerDocument.getSelection();
  if (!root || !screen?.anchorNode || !root.contains(screen.anchorNode)) return;
  const known = $getSelection();
  const seen = $createRangeSelectionFromDom(screen, editor);
  if (seen && !(known && seen.is(known))) $setSelection(seen);
}

/** Registers everything; returns the undoing. */
export function registerField(editor: LexicalEditor, actions: FieldActions): () => void {
  /** A command that acts on the selected range; unhandled when there is none. */
  const on = <P>(command: LexicalCommand<P>, act: (selection: RangeSelection, payload: P) => unknown) =>
    editor.registerCommand(
      command,
      (payload) => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && act(selection, payload) !== false;
      },
      COMMAND_PRIORITY_EDITOR,
    );
  /** The store's own changes come after this update, not inside it. */
  const later = (act: () => void) => queueMicrotask(act);
  const handled = (event: Event | null, act: () => void): true => {
    event?.preventDefault();
    act();
    return true;
  };
  const newParagraph = (selection: RangeSelection): void => {
    if (actions.enter === 'paragraph') selection.insertParagraph();
    else later(() => actions.leave('after', 'start'));
  };

  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        $takeScreenSelection(editor);
        // What the window's own keys took is not for the field.
        return event.defaultPrevented;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    on(DELETE_CHARACTER_COMMAND, (selection, backward) => selection.deleteCharacter(backward)),
    on(DELETE_WORD_COMMAND, (selection, backward) => selection.deleteWord(backward)),
    on(DELETE_LINE_COMMAND, (selection, backward) => selection.deleteLine(backward)),
    on(REMOVE_TEXT_COMMAND, (selection) => selection.removeText()),
    on(CONTROLLED_TEXT_INSERTION_COMMAND, (selection, given) => {
      const text = typeof given === 'string' ? given : (given.dataTransfer?.getData('text/plain') ?? given.data ?? '');
      if (typeof given === 'string') selection.insertText(text);
      else $insertPlain(selection, plainText(text, actions.enter));
    }),
    on(INSERT_PARAGRAPH_COMMAND, newParagraph),
    on(INSERT_LINE_BREAK_COMMAND, newParagraph),
    on(KEY_ENTER_COMMAND, (selection, event) => {
      // With a modifier it is a command of the window (settle), no paragraph.
      if (event && (event.ctrlKey || event.metaKey || event.altKey)) return false;
      return handled(event, () => newParagraph(selection));
    }),
    on(KEY_BACKSPACE_COMMAND, (_, event) =>
      handled(event, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)),
    ),
    on(KEY_DELETE_COMMAND, (_, event) =>
      handled(event, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)),
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => handled(event, () => later(actions.escape)),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(UNDO_COMMAND, () => handled(null, () => later(actions.undo)), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => handled(null, () => later(actions.redo)), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(SELECT_ALL_COMMAND, () => handled(null, () => void $selectAll()), COMMAND_PRIORITY_EDITOR),
    registerClipboard(editor, actions),
    registerArrows(editor, actions),
  );
}

function registerClipboard(editor: LexicalEditor, { enter }: FieldActions): () => void {
  const copy = (event: ClipboardEvent | KeyboardEvent | null, cut: boolean): boolean => {
    const selection = $getSelection();
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !$isRangeSelection(selection)) return false;
    event.preventDefault();
    if (selection.isCollapsed()) return true;
    event.clipboardData.setData('text/plain', $selectedText());
    if (cut && editor.isEditable()) selection.removeText();
    return true;
  };
  const refuse = (event: DragEvent): boolean => {
    event.preventDefault();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => copy(event, false), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CUT_COMMAND, (event) => copy(event, true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || !('clipboardData' in event)) return false;
        event.preventDefault();
        $addUpdateTag(PASTE_TAG);
        $insertPlain(selection, plainText(event.clipboardData?.getData('text/plain') ?? '', enter));
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(DRAGSTART_COMMAND, refuse, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(DRAGOVER_COMMAND, () => true, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(DROP_COMMAND, refuse, COMMAND_PRIORITY_EDITOR),
  );
}

/** Arrow keys at the field's edge go to the next field: ← ↑ at its start or first line, → ↓ at its end or last line. */
function registerArrows(editor: LexicalEditor, { leave }: FieldActions): () => void {
  const arrow = (command: LexicalCommand<KeyboardEvent>, way: Way, vertical: boolean) =>
    editor.registerCommand(
      command,
      (event) => {
        if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
        const at = $selectionIndexes()?.focus;
        const size = $getRoot().getTextContentSize() === 0 ? 0 : $fieldText().length;
        const atEnd = way === 'before' ? at === 0 : at === size;
        if (!atEnd && !(vertical && atTextEdge(editor.getRootElement(), way))) return false;
        if (!leave(way, way === 'before' ? 'end' : 'start')) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    );
  return mergeRegister(
    arrow(KEY_ARROW_UP_COMMAND, 'before', true),
    arrow(KEY_ARROW_DOWN_COMMAND, 'after', true),
    arrow(KEY_ARROW_LEFT_COMMAND, 'before', false),
    arrow(KEY_ARROW_RIGHT_COMMAND, 'after', false),
  );
}
