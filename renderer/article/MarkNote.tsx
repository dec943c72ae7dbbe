/** What a mark means: the raw reading of a correction, with accept and revert; a word on lost glyphs and the rest. */

import { type Correction, MACHINE } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { NO_JOIN } from '../../shared/reading/reading.ts';
import { acceptEdit, revertEdit } from '../commands/corrections.ts';
import { runById } from '../commands/dispatch.ts';
import { doubtSentence, useWords } from '../i18n/words.ts';
import { desk, edit, useDesk } from '../store/index.ts';
import type { Mark } from './marks.ts';

interface Props {
  readonly id: string;
  readonly mark: Mark;
  /** Where the mark stands on the screen. */
  readonly box: DOMRect;
  readonly isReadOnly: boolean;
  /** Closes the note; the caret goes back to the mark. */
  readonly close: () => void;
  /** The pointer or the focus is in the note. */
  readonly keep: () => void;
}

export function MarkNote({ id, mark, box, isReadOnly, close, keep }: Props) {
  const { t } = useWords();
  const place = placeBeside(box);
  return (
    <fieldset
      id={id}
      className="mark-note"
      aria-label={t('article.note.label')}
      style={place}
      onPointerEnter={keep}
      onFocus={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {mark.correction ? (
        <CorrectionNote correction={mark.correction} isReadOnly={isReadOnly} close={close} />
      ) : mark.suggestion ? (
        <SuggestionNote suggestion={mark.suggestion} isReadOnly={isReadOnly} close={close} />
      ) : (
        <p>{t(`article.note.${mark.kind}`)}</p>
      )}
    </fieldset>
  );
}

/** Room (CSS pixels) that a note needs. */
const ROOM = { width: 320, height: 170 };

/** Under the mark; over it when the window ends there. */
function placeBeside(box: DOMRect) {
  const left = Math.max(8, Math.min(box.left, window.innerWidth - ROOM.width));
  return box.bottom + ROOM.height < window.innerHeight
    ? { left, top: box.bottom + 4 }
    : { left, bottom: window.innerHeight - box.top + 4 };
}

interface CorrectionProps {
  readonly correction: Correction;
  readonly isReadOnly: boolean;
  readonly close: () => void;
}

function CorrectionNote({ correction, isReadOnly, close }: CorrectionProps) {
  const { t } = useWords();
  const raw = useDesk(({ issue }) => issue?.text.slice(correction.span.from, correction.span.to) ?? '');
  const person = useDesk(({ settings }) => settings.person);
  const { text, by } = correction;
  const act = (kind: 'accept' | 'revert') => {
    const made =
      kind === 'revert'
        ? edit([revertEdit(correction)], { announce: 'article.done.revert' })
        : edit([acceptEdit(correction, person)], { announce: 'article.done.accept' });
    if (made) close();
  };
  return (
    <>
      <dl>
        <dt>{t('article.note.raw')}</dt>
        <dd>{quoted(raw, t('article.note.nothing'))}</dd>
        <dt>{t('article.note.reads')}</dt>
        <dd>
          {text === NO_JOIN ? t('article.note.joined') : quoted(text.replace(NO_JOIN, ''), t('article.note.nothing'))}
        </dd>
      </dl>
      <p className="by">{by === MACHINE ? t('article.note.byMachine') : t('article.note.byPerson', { person: by })}</p>
      {!isReadOnly && (
        <p className="acts">
          {by === MACHINE && (
            <button type="button" onClick={() => act('accept')}>
              {t('article.note.accept')}
            </button>
          )}
          <button type="button" onClick={() => act('revert')}>
            {t('article.note.revert')}
          </button>
        </p>
      )}
    </>
  );
}

interface SuggestionProps {
  readonly suggestion: Doubt;
  readonly isReadOnly: boolean;
  readonly close: () => void;
}

/** What the machine suggests, why, and the two answers to it: the commands' own, with their keys. */
function SuggestionNote({ suggestion, isReadOnly, close }: SuggestionProps) {
  const { t } = useWords();
  const raw = useDesk(({ issue }) => issue?.text.slice(suggestion.span.from, suggestion.span.to) ?? '');
  const answer = (id: string) => {
    desk.set({ mark: { suggestion } });
    runById(desk, id);
    close();
  };
  return (
    <>
      <p>{doubtSentence(t, suggestion)}</p>
      <dl>
        <dt>{t('article.note.raw')}</dt>
        <dd>{quoted(raw, t('article.note.nothing'))}</dd>
      </dl>
      {!isReadOnly && (
        <p className="acts">
          <button type="button" onClick={() => answer('correction.accept')}>
            {t('article.note.accept')}
          </button>
          <button type="button" onClick={() => answer('correction.reject')}>
            {t('article.note.reject')}
          </button>
        </p>
      )}
    </>
  );
}

/** Blanks are shown by a sign; nothing at all by a word. */
function quoted(text: string, nothing: string) {
  if (text === '') return <em>{nothing}</em>;
  return <q>{text.replace(/\s/gu, '␣')}</q>;
}
