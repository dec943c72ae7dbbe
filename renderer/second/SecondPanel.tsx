/** The second reader beside the review: how far both agree, what differs, what was settled how. */
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { lineAt } from '../../shared/model/lines.ts';
import type { Doubt } from '../../shared/proposal.ts';
import type { FigureName } from '../../shared/score/figures.ts';
import { agreementOf } from '../../shared/second/agreement.ts';
import { perform, situationOf } from '../commands/command.ts';
import { showDoubt } from '../commands/doubts.ts';
import { doubtSentence, useWords } from '../i18n/words.ts';
import { newId } from '../store/ids.ts';
import { desk, useDesk } from '../store/index.ts';
import type { DeskState } from '../store/state.ts';
import { CommandButton } from '../widgets/CommandButton.tsx';
import { stepBy } from '../widgets/stepBy.ts';
import { compareSecond, endSecond } from './second.ts';
import { agreedArticles, standingOf } from './standing.ts';
import './second.css';

type Second = NonNullable<DeskState['second']>;

export function SecondPanel() {
  const second = useDesk((state) => state.second);
  const panel = useDesk((state) => state.panel);
  return second && panel === 'second' ? <OpenPanel second={second} /> : null;
}

function OpenPanel({ second }: { readonly second: Second }) {
  const { t } = useWords();
  const title = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    endSecond(desk);
  };
  return (
    // Esc closes the panel wherever in it the focus is.
    <section className="second" aria-labelledby={title} onKeyDown={onKeyDown}>
      <header>
        <h2 id={title}>{t('second.title')}</h2>
        <ReaderChoice second={second} />
        <StandingWords second={second} />
        <Agreed />
        <button type="button" className="plain" onClick={() => endSecond(desk)} aria-label={t('dialog.close')}>
          ×
        </button>
      </header>
      <Agreement second={second} />
      <Differences reader={second.reader} />
    </section>
  );
}

function ReaderChoice({ second }: { readonly second: Second }) {
  const { t } = useWords();
  return (
    <label>
      <span className="sr-only">{t('second.reader')}</span>
      <select value={second.reader} onChange={({ target }) => void compareSecond(desk, target.value)}>
        {second.readers.map(({ reader, settled, articles }) => (
          <option key={reader} value={reader}>
            {t('second.choice', { reader, settled, articles })}
          </option>
        ))}
      </select>
    </label>
  );
}

function StandingWords({ second }: { readonly second: Second }) {
  const { t } = useWords();
  const history = useDesk((state) => state.history);
  const doubts = useDesk((state) => state.doubts);
  if (!history) return null;
  return (
    <p className="second-standing" role="status">
      {t('second.standing', { ...standingOf(history, doubts, second.reader) })}
    </p>
  );
}

/** What both agree on and the second reader settled can be settled at once. */
function Agreed() {
  const history = useDesk((state) => state.history);
  const second = useDesk((state) => state.second);
  const doubts = useDesk((state) => state.doubts);
  const count = useMemo(() => agreedArticles({ history, second, doubts }).length, [history, second, doubts]);
  return count > 0 && <CommandButton id="second.settleAgreed" />;
}

const SHOWN: readonly FigureName[] = [
  'exactArticles',
  'bcubed',
  'headLines',
  'headText',
  'bylineExact',
  'bylineF1',
  'roles',
];

/** The figures of the score sheet, the second reader taken for the gold. They may come a frame after the act. */
function Agreement({ second }: { readonly second: Second }) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const review = useDeferredValue(useDesk((state) => state.history?.review));
  const figures = useMemo(
    () => (issue && review ? agreementOf(issue, review, second.review) : null),
    [issue, review, second],
  );
  if (!figures) return null;
  return (
    <dl className="agreement" aria-label={t('second.agreement')}>
      {SHOWN.map((name) => (
        <div key={name} title={t(`second.hint.${name}`)}>
          <dt>{t(`second.figure.${name}`)}</dt>
          <dd data-figure={name}>{figures[name].value === null ? '–' : figures[name].value.toFixed(3)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Arrows move through the differences, Enter shows one; Y and R settle it as they settle any doubt. */
function Differences({ reader }: { readonly reader: string }) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const doubts = useDesk((state) => state.doubts);
  const differences = useMemo(
    () => doubts.filter((doubt) => doubt.reader === reader).sort((a, b) => a.span.from - b.span.from),
    [doubts, reader],
  );
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, Math.max(differences.length - 1, 0));
  const focusRow = (index: number) => list.current?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes here once, when the panel opens
  useEffect(() => focusRow(at), []);
  if (differences.length === 0) return <p className="nothing">{t('second.none')}</p>;
  const show = (doubt: Doubt) => {
    const situation = situationOf(desk.store.getState(), newId);
    if (situation) perform(desk, showDoubt(situation, doubt));
    desk.set({ focusRequest: { pane: 'doubts' } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : stepBy(event.key, at, differences.length);
    if (to === null) return;
    event.preventDefault();
    setCursor(to);
    focusRow(to);
  };
  return (
    <ul ref={list} className="differences" aria-label={t('second.differences')} onKeyDown={onKeyDown}>
      {differences.map((doubt, i) => (
        <li key={doubt.id} onFocus={() => setCursor(i)}>
          <DifferenceRow doubt={doubt} isReachable={i === at} show={show} />
        </li>
      ))}
    </ul>
  );
}

interface DifferenceRowProps {
  readonly doubt: Doubt;
  /** Tab comes to this row. */
  readonly isReachable: boolean;
  readonly show: (doubt: Doubt) => void;
}

function DifferenceRow({ doubt, isReachable, show }: DifferenceRowProps) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const settled = useDesk((state) => state.history?.review.doubtsSettled[doubt.id]);
  const isShown = useDesk((state) => state.doubt === doubt.id);
  if (!issue) return null;
  return (
    <button
      type="button"
      className="plain"
      tabIndex={isReachable ? 0 : -1}
      aria-current={isShown || undefined}
      disabled={settled !== undefined}
      onClick={() => show(doubt)}
    >
      <span className="quiet">{t('article.line', { line: lineAt(issue.lines, doubt.span.from) })}</span>
      <span dir="auto">{doubtSentence(t, doubt)}</span>
      <span className="quiet">{settled === undefined ? '' : t('second.mineKept')}</span>
    </button>
  );
}
