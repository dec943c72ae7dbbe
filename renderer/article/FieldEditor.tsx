/** One field of the article: its label, its text in a Lexical editor, and the note on the mark under caret or pointer. */

import { type PointerEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ArticleId } from '../../shared/model/review.ts';
import { isCjk } from '../../shared/model/scripts.ts';
import type { Field } from '../../shared/reading/reading.ts';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { boxOf, indexAtPoint } from './highlights.ts';
import { MarkNote } from './MarkNote.tsx';
import { type Mark, markAt } from './marks.ts';
import type { OpenFields } from './openFields.ts';
import { useFieldEditor } from './useFieldEditor.ts';

interface Props {
  readonly article: ArticleId;
  readonly field: Field;
  readonly fields: OpenFields;
  readonly isReadOnly: boolean;
  /** Goes back to the raw pane. */
  readonly toRaw: () => void;
}

/** The mark whose note is open, where it stands, and what opened it. */
interface Noted {
  readonly mark: Mark;
  readonly box: DOMRect;
  readonly by: 'pointer' | 'caret';
}

/** Milliseconds for which a note stays when the pointer leaves its mark, so that it can be reached. */
const LINGER = 250;

export function FieldEditor({ article, field, fields, isReadOnly, toRaw }: Props) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const [noted, setNoted] = useState<Noted | null>(null);
  const caret = useRef<(at: number, isTyping: boolean) => void>(() => {});
  const caretMoved = useCallback((at: number, isTyping: boolean) => caret.current(at, isTyping), []);
  const shown = useFieldEditor({ root, article, field, fields, isReadOnly, toRaw, caretMoved });
  const { reading, marks } = shown;
  const closing = useRef<number | undefined>(undefined);

  const open = (at: number | null, by: Noted['by']) => {
    const element = root.current;
    const mark = at === null ? null : markAt(marks, at);
    const box = mark && element ? boxOf(element, reading.text, mark.from, mark.to) : null;
    if (mark && box) {
      window.clearTimeout(closing.current);
      if (noted?.mark !== mark) setNoted({ mark, box, by });
    } else if (by === 'caret') setNoted(null);
    else if (noted?.by === 'pointer') closeSoon();
  };
  const closeSoon = () => {
    window.clearTimeout(closing.current);
    closing.current = window.setTimeout(() => setNoted(null), LINGER);
  };
  // A mark that is gone (accepted, taken back) has no note.
  useEffect(() => {
    setNoted((now) => (now && marks.some((mark) => isSameMark(mark, now.mark)) ? now : null));
  }, [marks]);
  // The keys for marks act on the one whose note is open.
  useEffect(() => {
    if (!noted) return;
    const { correction, suggestion } = noted.mark;
    desk.set({ mark: correction ? { correction } : suggestion ? { suggestion } : null });
    return () => desk.set({ mark: null });
  }, [noted]);
  // What scrolls takes the note along.
  useEffect(() => {
    if (!noted) return;
    const follow = () => {
      const { mark } = noted;
      const box = root.current && boxOf(root.current, reading.text, mark.from, mark.to);
      setNoted(box && { ...noted, box });
    };
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', follow, { capture: true });
  }, [noted, reading]);
  // Typing makes corrections: no note may come up over what is being written.
  caret.current = (at, isTyping) => open(isTyping ? null : at, 'caret');
  const pointerMoved = ({ clientX, clientY }: PointerEvent) => {
    const element = root.current;
    if (!element || marks.length === 0) return;
    const at = indexAtPoint(element, reading.text, clientX, clientY);
    const mark = at === null ? null : markAt(marks, at);
    const box = mark ? boxOf(element, reading.text, mark.from, mark.to) : null;
    open(box && isNear(box, clientX, clientY) ? at : null, 'pointer');
  };
  const back = () => {
    setNoted(null);
    if (noted) fields.setCaret(field, noted.mark.from);
  };

  const name = t(`article.field.${field}`);
  const isEmpty = reading.text.trim() === '';
  const isChinese = isCjkText(reading.text);
  return (
    // Leaving the field and its note closes the note; nothing here is pressed.
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers watch focus and pointer, they are no controls
    <div
      className="field"
      data-field={field}
      data-empty={isEmpty || undefined}
      onPointerLeave={() => noted?.by === 'pointer' && closeSoon()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setNoted(null);
      }}
    >
      <span className="field-label" aria-hidden="true">
        {name}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: Lexical needs an element whose content is editable */}
      <div
        ref={root}
        className="field-text"
        role="textbox"
        tabIndex={0}
        contentEditable={!isReadOnly}
        suppressContentEditableWarning
        aria-label={name}
        aria-multiline={field === 'body'}
        aria-readonly={isReadOnly}
        aria-describedby={noted ? noteId : undefined}
        // Of other text the language is not known; it is not that of the window.
        lang={isChinese ? 'zh' : ''}
        spellCheck={!isChinese}
        onPointerMove={pointerMoved}
      />
      {noted && (
        <MarkNote
          id={noteId}
          mark={noted.mark}
          box={noted.box}
          isReadOnly={isReadOnly}
          close={back}
          keep={() => window.clearTimeout(closing.current)}
        />
      )}
    </div>
  );
}

const isSameMark = (a: Mark, b: Mark): boolean =>
  a.kind === b.kind && a.correction === b.correction && a.suggestion === b.suggestion;

/** How far (CSS pixels) a pointer may be from a mark and still mean it. */
const NEAR = 3;

const isNear = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left - NEAR && x <= box.right + NEAR && y >= box.top - NEAR && y <= box.bottom + NEAR;

/** Whether the text is Chinese, Japanese or Korean, which no spelling checker here knows. Its first letters decide. */
function isCjkText(text: string): boolean {
  const letters = [...text.slice(0, 200)].filter((character) => /\p{L}/u.test(character));
  return letters.filter(isCjk).length * 2 > letters.length;
}
