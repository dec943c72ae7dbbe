/** Find and replace over the issue: what is looked for, each hit in its context, and what it shall read instead. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Match } from '../../shared/find/matches.ts';
import { WHERE } from '../../shared/find/sources.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { useWords } from '../i18n/words.ts';
import { numbersOf } from '../raw/hues.ts';
import { desk, useDesk } from '../store/index.ts';
import { BottomPanel } from '../widgets/BottomPanel.tsx';
import './find.css';
import { type Find, type Found, hitKey, inContext, NOTHING_FOUND, spansOf, wantedHits } from './find.ts';
import { look, replaceAll, replaceOne, setFind, showHit, stepHit, toggleHit } from './finding.ts';

/** Keys that follow each other faster than this, in ms, are searched together, when typing rests so long. */
const REST = 40;
/** Height of a hit's row, in CSS pixels. */
const ROW = 26;

export function FindPanel() {
  const isOpen = useDesk(({ find }) => find.isOpen);
  return isOpen ? <OpenPanel /> : null;
}

const close = () => {
  setFind(desk, { isOpen: false, series: null, ...NOTHING_FOUND });
  desk.set({ focusRequest: { pane: desk.store.getState().pane } });
};

function OpenPanel() {
  const { t } = useWords();
  const find = useDesk((state) => state.find);
  useLooking(find);
  const title = find.series
    ? t('find.series', { raw: shown(find.series.raw), text: shown(find.series.text) })
    : t('find.title');
  return (
    <BottomPanel name="find" title={title} beside={<Status find={find} />} close={close}>
      {find.series ? <SeriesActs find={find} /> : <QueryFields find={find} />}
      {find.found && find.found.hits.length > 0 && <Hits find={find} found={find.found} />}
    </BottomPanel>
  );
}

/** Searches when the query or the review changes: at once, or when fast typing rests. */
function useLooking({ query, where, replacement, series }: Find): void {
  const review = useDesk(({ history }) => history?.review);
  const changed = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: look() reads the query from the store; it is asked again when one of these changes
  useEffect(() => {
    const isFast = performance.now() - changed.current < REST;
    changed.current = performance.now();
    const timer = window.setTimeout(() => void look(desk), isFast ? REST : 0);
    return () => window.clearTimeout(timer);
  }, [review, query, where, replacement, series]);
}

function Status({ find: { found, at, query, series } }: { readonly find: Find }) {
  const { t } = useWords();
  const words = () => {
    if (!found || (query.text === '' && !series)) return '';
    if (found.problem) return t(found.problem.key, { detail: found.problem.detail ?? '' });
    const values = { count: found.hits.length, at: at + 1 };
    if (found.hits.length === 0) return t('find.none');
    return found.isCut ? t('find.countOfMore', values) : t('find.count', values);
  };
  return (
    <p className="find-status" role="status" data-problem={found?.problem ? '' : undefined}>
      {words()}
    </p>
  );
}

function QueryFields({ find }: { readonly find: Find }) {
  const { t } = useWords();
  const text = useRef<HTMLInputElement>(null);
  const replacement = useRef<HTMLInputElement>(null);
  const { query, where, found, focus } = find;
  useEffect(() => {
    const wanted = focus?.field === 'replacement' ? replacement.current : text.current;
    wanted?.focus();
    wanted?.select();
  }, [focus]);
  const ask = (part: Partial<Find>) => setFind(desk, { ...part, ...NOTHING_FOUND });
  const flag = (name: 'matchCase' | 'wholeWord' | 'isRegExp') => (
    <label className="check">
      <input
        type="checkbox"
        checked={query[name]}
        onChange={({ target }) => ask({ query: { ...query, [name]: target.checked } })}
      />
      {t(`find.${name}`)}
    </label>
  );
  const isReadOnly = useDesk(({ readOnly }) => readOnly !== null);
  const hasHits = found !== null && found.hits.length > 0;
  return (
    <div className="find-query">
      <Field
        label={t('find.text')}
        input={text}
        value={query.text}
        change={(value) => ask({ query: { ...query, text: value } })}
      />
      <select
        aria-label={t('find.where')}
        value={where}
        onChange={({ target }) => ask({ where: target.value === 'raw' ? 'raw' : 'reading' })}
      >
        {WHERE.map((one) => (
          <option key={one} value={one}>
            {t(`find.in.${one}`)}
          </option>
        ))}
      </select>
      {flag('matchCase')}
      {flag('wholeWord')}
      {flag('isRegExp')}
      {!isReadOnly && (
        <>
          <Field
            label={t('find.replacement')}
            input={replacement}
            value={find.replacement}
            change={(value) => setFind(desk, { replacement: value })}
          />
          <button type="button" disabled={!hasHits} onClick={() => replaceOne(desk)}>
            {t('find.replaceOne')}
          </button>
          <ReplaceAll find={find} />
        </>
      )}
    </div>
  );
}

/** A series asks for nothing: its places are looked through and replaced. */
function SeriesActs({ find }: { readonly find: Find }) {
  const { t } = useWords();
  return (
    <div className="find-query">
      <p className="quiet">{t('find.seriesHint')}</p>
      <ReplaceAll find={find} />
    </div>
  );
}

/** Blanks are shown by a sign, nothing by the sign for it. */
const shown = (text: string): string => text.replace(/\s/gu, '␣') || '∅';

function ReplaceAll({ find }: { readonly find: Find }) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const count = issue ? wantedHits(issue, find).length : 0;
  return (
    <button type="button" className="main" disabled={count === 0} onClick={() => replaceAll(desk)}>
      {t('find.replaceAll', { count })}
    </button>
  );
}

interface FieldProps {
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A line of text; Enter goes to the next hit, Shift-Enter to the one before. */
function Field({ label, input, value, change }: FieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    stepHit(desk, event.shiftKey ? -1 : 1);
  };
  return (
    <input
      ref={input}
      type="text"
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      value={value}
      maxLength={1000}
      onChange={({ target }) => change(target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface HitsProps {
  readonly find: Find;
  readonly found: Found;
}

function Hits({ find, found }: HitsProps) {
  const { t } = useWords();
  const scroller = useRef<HTMLUListElement>(null);
  const list = useVirtualizer({
    count: found.hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const { at } = find;
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  return (
    <ul ref={scroller} className="find-hits" aria-label={t('find.hits')}>
      <li aria-hidden="true" style={{ height: list.getTotalSize() }} />
      {list.getVirtualItems().map(({ index, start }) => {
        const hit = found.hits[index];
        return (
          hit && (
            <li
              key={index}
              className="find-hit"
              aria-current={index === at || undefined}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
            >
              <Hit find={find} found={found} hit={hit} at={index} />
            </li>
          )
        );
      })}
    </ul>
  );
}

interface HitProps extends HitsProps {
  readonly hit: Match;
  readonly at: number;
}

function Hit({ find, found, hit, at }: HitProps) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const source = found.sources[hit.text];
  if (!issue || !source) return null;
  const [place] = spansOf(issue, found, hit);
  const line = place ? lineAt(issue.lines, place.from) : null;
  const number = source.kind === 'field' ? numbersOf(found.review).get(source.article) : undefined;
  const { before, hit: text, after } = inContext(source.text, hit);
  const isReplaced = (find.series !== null || find.replacement !== '') && hit.instead !== text;
  return (
    <>
      <input
        type="checkbox"
        aria-label={t('find.replaceThis', { text, line: line ?? '–' })}
        checked={!find.left.has(hitKey(issue, found, hit))}
        tabIndex={at === Math.max(find.at, 0) ? 0 : -1}
        onChange={() => toggleHit(desk, hit)}
        onFocus={() => at !== find.at && showHit(desk, at)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
          if (step === null) return;
          event.preventDefault();
          const list = event.currentTarget.closest('ul');
          stepHit(desk, step);
          requestAnimationFrame(() => list?.querySelector<HTMLElement>('[aria-current] input')?.focus());
        }}
      />
      <button type="button" className="plain find-place" tabIndex={-1} onClick={() => showHit(desk, at)}>
        <span className="quiet">
          {number === undefined ? '' : `${number} · `}
          {line === null ? t('find.supplied') : t('article.line', { line })}
        </span>{' '}
        <span dir="auto">
          {before}
          {isReplaced ? (
            <>
              <del>{text}</del>
              <ins>{hit.instead}</ins>
            </>
          ) : (
            <mark>{text}</mark>
          )}
          {after}
        </span>
      </button>
    </>
  );
}
