/** The journal in words: who did what when and where; back to any point of it and on again. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { editsOf, secondsOf } from '../../shared/journal/effort.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import { positionOf } from '../../shared/journal/jump.ts';
import { type JournalRow, journalRows } from '../../shared/journal/rows.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import './history.css';
import { BottomPanel } from '../widgets/BottomPanel.tsx';
import { stepBy } from '../widgets/stepBy.ts';
import { actText, placeText, timeFormat } from './steps.ts';

/** Height of a row, in CSS pixels. */
const ROW = 26;

export function HistoryPanel() {
  const isOpen = useDesk((state) => state.panel === 'history');
  return isOpen ? <OpenPanel /> : null;
}

const close = () => {
  desk.set({ panel: null, focusRequest: { pane: desk.store.getState().pane } });
};

function OpenPanel() {
  const { t } = useWords();
  const history = useDesk((state) => state.history);
  const entries = useDesk((state) => state.entries);
  const rows = useMemo(() => (history ? journalRows(history, entries) : []), [history, entries]);
  const now = history ? positionOf(history) : 0;
  const at = Math.max(
    rows.findIndex(({ seq }) => seq === now),
    0,
  );
  return (
    <BottomPanel name="history" title={t('history.title')} beside={<Effort entries={entries} />} close={close}>
      <Steps rows={rows} at={at} />
    </BottomPanel>
  );
}

function Effort({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useWords();
  const minutes = useMemo(() => Math.round(secondsOf(entries) / 60), [entries]);
  return <p title={t('history.effortHint')}>{t('history.effort', { count: editsOf(entries), minutes })}</p>;
}

interface StepsProps {
  readonly rows: readonly JournalRow[];
  /** Index of the row where the review is. */
  readonly at: number;
}

/** Arrows move through the rows, Enter goes to the point; what is out of sight is not drawn. */
function Steps({ rows, at }: StepsProps) {
  const { t } = useWords();
  const scroller = useRef<HTMLUListElement>(null);
  /** The row that keys are at; it follows the review when that moves. */
  const [cursor, setCursor] = useState(at);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  useEffect(() => {
    setCursor(at);
    list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const focusRow = (index: number) => {
    list.scrollToIndex(index, { align: 'auto' });
    // A row that was out of sight is drawn after it was scrolled to.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] .history-step`)?.focus(),
      ),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes here once, when the panel opens
  useEffect(() => focusRow(at), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : stepBy(event.key, cursor, rows.length);
    if (to === null) return;
    event.preventDefault();
    setCursor(to);
    focusRow(to);
  };
  return (
    <ul ref={scroller} className="history-steps" aria-label={t('history.steps')} onKeyDown={onKeyDown}>
      <li aria-hidden="true" style={{ height: list.getTotalSize() }} />
      {list.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={index}
              className="history-row"
              data-index={index}
              data-state={row.state}
              aria-current={index === at ? 'step' : undefined}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              onFocus={() => setCursor(index)}
            >
              <Step row={row} isHere={index === at} isReachable={index === cursor} />
            </li>
          )
        );
      })}
    </ul>
  );
}

interface StepProps {
  readonly row: JournalRow;
  readonly isHere: boolean;
  /** Tab comes to this row. */
  readonly isReachable: boolean;
}

function Step({ row, isHere, isReachable }: StepProps) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const time = useMemo(() => timeFormat(document.documentElement.lang), []);
  if (!issue) return null;
  const tabIndex = isReachable ? 0 : -1;
  const act = actText(t, row);
  const place = placeText(t, issue, row);
  return (
    <>
      <button
        type="button"
        className="plain history-step"
        tabIndex={tabIndex}
        aria-disabled={row.state === 'replaced' || undefined}
        onClick={() => desk.goTo(row.seq)}
      >
        <span className="history-act">{act}</span> <span>{place}</span>{' '}
        <span className="quiet" dir="auto">
          {row.by ?? ''}
        </span>{' '}
        <span className="quiet">{time(row.at)}</span>{' '}
        <span className="history-mark">
          {isHere ? t('history.now') : row.state === 'stands' ? '' : t(`history.${row.state}`)}
        </span>
      </button>
      <button
        type="button"
        className="plain"
        tabIndex={tabIndex}
        aria-label={t('history.compareFrom', { step: `${act} ${place}`.trim() })}
        onClick={() => desk.set({ dialog: { kind: 'compare', since: row.seq } })}
      >
        {t('history.compare')}
      </button>
    </>
  );
}
