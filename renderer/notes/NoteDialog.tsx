/** Writing a note, changing one, answering one. Enter keeps it, so that a note costs no more keys than its words. */
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Edit } from '../../shared/edits/edit.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { NOTE_CLASSES, type Note, type NoteClass } from '../../shared/model/note.ts';
import { numberOf } from '../commands/parts.ts';
import { useWords } from '../i18n/words.ts';
import { newNoteId } from '../store/ids.ts';
import { desk, useDesk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import type { NotePlace } from './about.ts';

/** A new note. */
export function WriteNote({ place }: { readonly place: NotePlace }) {
  const { t } = useWords();
  const keep: Keep = (text, noteClass) =>
    keepEdit({ kind: 'addNote', note: { id: newNoteId(), ...place, class: noteClass, text } }, 'done.addNote');
  return (
    <Dialog title={t('note.write')}>
      <p className="quiet">
        <PlaceWords place={place} />
      </p>
      <NoteForm label={t('note.text')} noteClass="major" text="" keep={keep} />
    </Dialog>
  );
}

/** Another text or class. */
export function ChangeNote({ note }: { readonly note: Note }) {
  const { t } = useWords();
  const keep: Keep = (text, noteClass) => {
    if (text !== note.text || noteClass !== note.class)
      return keepEdit({ kind: 'setNote', id: note.id, class: noteClass, text }, 'done.setNote');
    closeDialog();
    return true;
  };
  return (
    <Dialog title={t('note.change')}>
      <NoteForm label={t('note.text')} noteClass={note.class} text={note.text} keep={keep} />
    </Dialog>
  );
}

/** Closes the note, with an answer or without. */
export function AnswerNote({ note }: { readonly note: Note }) {
  const { t } = useWords();
  return (
    <Dialog title={t('note.answerAndClose')}>
      <p dir="auto">{note.text}</p>
      <NoteForm
        label={t('note.answer')}
        noteClass={null}
        text={note.answer ?? ''}
        keep={(answer) => keepEdit({ kind: 'closeNote', id: note.id, answer }, 'done.closeNote')}
      />
    </Dialog>
  );
}

/** Keeps what was written. Returns whether it could. */
type Keep = (text: string, noteClass: NoteClass) => boolean;

/** What was refused stays open: nobody writes a note twice. */
function keepEdit(edit: Edit, announce: string): boolean {
  const isKept = desk.edit([edit], { announce });
  if (isKept) closeDialog();
  return isKept;
}

/** `Lines 12–14`, `Article 3`. */
export function PlaceWords({ place: { span, article } }: { readonly place: NotePlace }) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const review = useDesk((state) => state.history?.review);
  if (!issue || !review) return null;
  const number = article === undefined ? 0 : numberOf(review, article);
  if (number > 0) return t('note.article', { number });
  const [first, last] = [lineAt(issue.lines, span.from), lineAt(issue.lines, Math.max(span.to - 1, span.from))];
  return first === last ? t('article.line', { line: first }) : t('note.lines', { first, last });
}

interface NoteFormProps {
  readonly label: string;
  readonly text: string;
  /** Null: an answer, which has none and may be empty. */
  readonly noteClass: NoteClass | null;
  readonly keep: Keep;
}

function NoteForm({ label, text: first, noteClass: firstClass, keep }: NoteFormProps) {
  const { t, sentence } = useWords();
  const message = useDesk((state) => state.message);
  const [isRefused, setRefused] = useState(false);
  const [text, setText] = useState(first);
  const [noteClass, setClass] = useState<NoteClass>(firstClass ?? 'minor');
  const isReady = firstClass === null || text.trim() !== '';
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (isReady) setRefused(!keep(text.trim(), noteClass));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form className="form note-form" onSubmit={submit}>
      <label className="above">
        {label}
        <textarea
          rows={3}
          maxLength={10_000}
          dir="auto"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {firstClass !== null && (
        <fieldset className="note-classes">
          <legend>{t('note.class')}</legend>
          {NOTE_CLASSES.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="class" checked={one === noteClass} onChange={() => setClass(one)} />
              {t(`note.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      {isRefused && message ? (
        <p className="refusal" role="alert">
          {sentence(message)}
        </p>
      ) : (
        <p className="quiet">{t('note.hint')}</p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={!isReady}>
          {t(firstClass === null ? 'note.close' : 'note.keep')}
        </button>
        <button type="button" onClick={closeDialog}>
          {t('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
