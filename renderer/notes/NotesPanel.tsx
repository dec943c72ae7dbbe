/** The notes of the issue in the order of the text: where, how grave, who, when, what was answered. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Signature, signaturesOf } from '../../shared/journal/notes.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { isOpen, type Note, notesByPlace, openNotes } from '../../shared/model/note.ts';
import type { Review } from '../../shared/model/review.ts';
import { perform, situationOf } from '../commands/command.ts';
import { jumpToLine } from '../commands/jump.ts';
import { timeFormat } from '../history/steps.ts';
import { useWords } from '../i18n/words.ts';
import { newId } from '../store/ids.ts';
import { desk, useDesk } from '../store/index.ts';
import { BottomPanel } from '../widgets/BottomPanel.tsx';
import { CommandButton } from '../widgets/CommandButton.tsx';
import { stepBy } from '../widgets/stepBy.ts';
import { PlaceWords } from './NoteDialog.tsx';
import './notes.css';

export function NotesPanel() {
  const panel = useDesk((state) => state.panel);
  const review = useDesk((state) => state.history?.review);
  return panel === 'notes' && review ? <OpenPanel review={review} /> : null;
}

const close = () => {
  desk.set({ panel: null, focusRequest: { pane: desk.store.getState().pane } });
};

function OpenPanel({ review }: { readonly review: Review }) {
  const { t } = useWords();
  const notes = useMemo(() => notesByPlace(review), [review]);
  const beside = (
    <>
      <p>{t('note.count', { count: openNotes(review).length, all: notes.length })}</p>
      <CommandButton id={review.returned ? 'issue.handIn' : 'issue.return'} />
    </>
  );
  return (
    <BottomPanel name="notes" title={t('note.title')} beside={beside} close={close}>
      {notes.length === 0 ? (
        <div className="nothing">
          <p>{t('note.none')}</p>
          <CommandButton id="note.write" />
        </div>
      ) : (
        <NoteList notes={notes} />
      )}
    </BottomPanel>
  );
}

/** Arrows move through the notes, Enter goes to the place; Tab comes to what else can be done with the note. */
function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const entries = useDesk((state) => state.entries);
  const signatures = useMemo(() => signaturesOf(entries), [entries]);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, notes.length - 1);
  const focusRow = (index: number) => list.current?.querySelectorAll<HTMLElement>('.note-place')[index]?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes here once, when the panel opens
  useEffect(() => focusRow(at), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : stepBy(event.key, at, notes.length);
    if (to === null) return;
    event.preventDefault();
    setCursor(to);
    focusRow(to);
  };
  return (
    <ul ref={list} className="note-list" aria-label={t('note.title')} onKeyDown={onKeyDown}>
      {notes.map((note, i) => (
        <li key={note.id} data-note={note.id} data-open={isOpen(note)} onFocus={() => setCursor(i)}>
          <NoteRow note={note} signature={signatures.get(note.id)?.written} isReachable={i === at} />
        </li>
      ))}
    </ul>
  );
}

interface NoteRowProps {
  readonly note: Note;
  /** Who wrote it; none while the journal is behind. */
  readonly signature: Signature | undefined;
  /** Tab comes to this row. */
  readonly isReachable: boolean;
}

function NoteRow({ note, signature, isReachable }: NoteRowProps) {
  const { t } = useWords();
  const time = useMemo(() => timeFormat(document.documentElement.lang), []);
  const isReadOnly = useDesk((state) => state.readOnly !== null);
  const tabIndex = isReachable ? 0 : -1;
  const open = isOpen(note);
  return (
    <>
      <button type="button" className="plain note-place" tabIndex={tabIndex} onClick={() => goTo(note)}>
        <span className="badge" data-class={note.class}>
          {t(`note.${note.class}`)}
        </span>
        <span className="quiet note-where">
          <PlaceWords place={note} />
        </span>
        <span className="note-words" dir="auto">
          {note.text}
          {note.answer && (
            <span className="note-answer" dir="auto">
              ↳ {note.answer}
            </span>
          )}
        </span>
        <span className="quiet note-who" dir="auto">
          {signature ? `${signature.by} ${time(signature.at)}` : ''}
        </span>
      </button>
      {!isReadOnly && (
        <span className="note-acts">
          {open ? (
            <>
              <Act words="note.answerAndClose" note={note} tabIndex={tabIndex} act={() => openDialog(note, 'answer')} />
              <Act words="note.change" note={note} tabIndex={tabIndex} act={() => openDialog(note, 'change')} />
            </>
          ) : (
            <Act
              words="note.reopen"
              note={note}
              tabIndex={tabIndex}
              act={() => desk.edit([{ kind: 'reopenNote', id: note.id }], { announce: 'done.reopenNote' })}
            />
          )}
          <Act
            words="note.remove"
            note={note}
            tabIndex={tabIndex}
            act={() => desk.edit([{ kind: 'removeNote', id: note.id }], { announce: 'done.removeNote' })}
          />
        </span>
      )}
    </>
  );
}

interface ActProps {
  /** Key of its label. */
  readonly words: string;
  readonly note: Note;
  readonly tabIndex: number;
  readonly act: () => void;
}

function Act({ words, note, tabIndex, act }: ActProps) {
  const { t } = useWords();
  return (
    <button type="button" className="plain" tabIndex={tabIndex} aria-label={`${t(words)}: ${note.text}`} onClick={act}>
      {t(words)}
    </button>
  );
}

const openDialog = (note: Note, act: 'answer' | 'change') => desk.set({ dialog: { kind: 'note', note, act } });

/** Selects the note's first line and gives the focus to the raw text. */
function goTo(note: Note): void {
  const situation = situationOf(desk.store.getState(), newId);
  const act = situation && jumpToLine(situation, lineAt(situation.issue.lines, note.span.from));
  if (act) perform(desk, act);
}
