/** Search in all readings and raw texts: the hits with the words around them; each opens its issue at the place. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ArchiveHit } from '../../shared/contract/archive.ts';
import { useWords } from '../i18n/words.ts';
import { archive, useArchive } from './index.ts';
import { hitAt } from './state.ts';

/** CSS pixels; as in archive.css. */
const HIT = 58;
const SPARE = 8;

export function SearchPanel() {
  const { t } = useWords();
  const total = useArchive((state) => state.hitTotal);
  const searched = useArchive((state) => state.searched);
  const isHere = useArchive((state) => state.hits.has(0));
  const [typed, setTyped] = useState(archive.store.getState().typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') void archive.search(typed.trim());
  };
  return (
    <>
      <form className="archive-tools archive-search" onSubmit={submit}>
        <input
          type="search"
          value={typed}
          maxLength={1000}
          aria-label={t('archive.search')}
          placeholder={t('archive.searchHint')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="main">
          {t('archive.find')}
        </button>
        <span role="status">{searched !== null && isHere && t('archive.hits', { count: total })}</span>
        <span className="spread" />
        {total > 0 && (
          <>
            <button type="button" onClick={() => void archive.saveHits('csv')}>
              {t('archive.saveCsv')}
            </button>
            <button type="button" onClick={() => void archive.saveHits('json')}>
              {t('archive.saveJson')}
            </button>
          </>
        )}
      </form>
      <Hits key={searched ?? ''} />
    </>
  );
}

function Hits() {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const total = useArchive((state) => state.hitTotal);
  const cursor = useArchive((state) => state.hitCursor);
  const searched = useArchive((state) => state.searched);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => HIT,
    overscan: SPARE,
    initialOffset: () => archive.store.getState().hitCursor * HIT,
  });
  const items = list.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => archive.needHits(first, last), [first, last]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = Math.max(0, Math.min(total - 1, cursor + step));
      archive.set({ hitCursor: next });
      list.scrollToIndex(next);
    } else if (event.key === 'Enter' && event.target === event.currentTarget) void archive.openHit(cursor);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="archive-table"
      role="listbox"
      tabIndex={0}
      aria-label={t('archive.hitList')}
      aria-activedescendant={total > 0 ? `archive-hit-${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="archive-rows" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <HitRow key={index} index={index} start={start} isCurrent={index === cursor} total={total} />
        ))}
      </div>
      {searched !== null && total === 0 && <p className="nothing">{t('archive.noHits')}</p>}
    </div>
  );
}

interface HitProps {
  readonly index: number;
  readonly start: number;
  readonly isCurrent: boolean;
  readonly total: number;
}

function HitRow({ index, start, isCurrent, total }: HitProps) {
  const { t } = useWords();
  const hit = useArchive((state) => hitAt(state, index));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its rows
    <div
      id={`archive-hit-${index}`}
      className="archive-hit"
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => void archive.openHit(index)}
    >
      {hit && (
        <>
          <p className="hit-head" dir="auto">
            <strong>{hit.article === null ? t('archive.rawText') : hit.headline || t('archive.noHeadline')}</strong>
            <span className="quiet">{[hit.byline, hit.title, hit.date, hit.name].filter(Boolean).join(' · ')}</span>
          </p>
          <p className="hit-words" dir="auto">
            <Marked hit={hit} />
          </p>
        </>
      )}
    </div>
  );
}

function Marked({ hit: { words, marks } }: { readonly hit: ArchiveHit }) {
  const starts = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {starts.map((from, i) => {
        const mark = marks[i];
        return (
          <span key={from}>
            {words.slice(from, mark ? mark[0] : undefined)}
            {mark && <mark>{words.slice(mark[0], mark[1])}</mark>}
          </span>
        );
      })}
    </>
  );
}
