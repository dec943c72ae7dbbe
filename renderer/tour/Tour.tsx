/** The tour as a card beside the work: nothing is locked while it stands, what it tells can be tried at once. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { changeSettings, desk, useDesk } from '../store/index.ts';
import { useKeyOf } from '../widgets/useKeyNames.ts';
import { TOUR, type TourStep } from './steps.ts';
import './tour.css';

/** Ends it for good; the command starts it again. */
function end(): void {
  desk.set({ tour: null, focusRequest: { pane: 'raw' } });
  if (!desk.store.getState().settings.tourSeen) void changeSettings({ tourSeen: true });
}

/** The tour begins by itself once: at the first start that shows the samples. */
export function useFirstTour(): void {
  const isDue = useDesk(
    ({ app, settings, phase }) => app?.isSample === true && !settings.tourSeen && phase === 'ready',
  );
  useEffect(() => {
    if (isDue && desk.store.getState().tour === null) desk.set({ tour: 0 });
  }, [isDue]);
}

export function Tour() {
  const at = useDesk((state) => state.tour);
  const step = at === null ? undefined : TOUR[at];
  return at !== null && step ? <Card at={at} step={step} /> : null;
}

function Card({ at, step }: { readonly at: number; readonly step: TourStep }) {
  const { t } = useWords();
  const id = useId();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const go = (to: number) => (to < TOUR.length ? desk.set({ tour: to }) : end());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    end();
  };
  return (
    <dialog
      open
      className="tour"
      data-beside={step.pane}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={onKeyDown}
    >
      <p className="quiet">{t('tour.place', { step: at + 1, count: TOUR.length })}</p>
      <div aria-live="polite">
        <h2 id={`${id}-title`}>{t(`tour.steps.${step.id}.title`)}</h2>
        <p id={`${id}-text`}>{t(`tour.steps.${step.id}.text`)}</p>
      </div>
      <ul>
        {step.commands.map((command) => (
          <CommandKey key={command} id={command} />
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="plain" onClick={end}>
          {t('tour.end')}
        </button>
        {at > 0 && (
          <button type="button" onClick={() => go(at - 1)}>
            {t('tour.back')}
          </button>
        )}
        <button ref={next} type="button" className="main" onClick={() => go(at + 1)}>
          {t(at + 1 < TOUR.length ? 'tour.next' : 'tour.done')}
        </button>
      </div>
    </dialog>
  );
}

/** A command with its key, as it is now. */
function CommandKey({ id }: { readonly id: string }) {
  const { t } = useWords();
  const key = useKeyOf(id);
  return (
    <li>
      {key && <kbd>{key}</kbd>} {t(`command.${id}`)}
    </li>
  );
}
