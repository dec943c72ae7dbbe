/** An article in two states of the review, one against the other: the raw text, the proposal, any step of the journal. */
import { useMemo, useState } from 'react';
import type { Seq } from '../../shared/journal/entry.ts';
import { positionOf, reviewAfter } from '../../shared/journal/jump.ts';
import { type JournalRow, journalRows } from '../../shared/journal/rows.ts';
import type { ArticleId, Issue, Review } from '../../shared/model/review.ts';
import { titleOf } from '../../shared/reading/reading.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { type ComparedState, compareArticle, countOf, type FieldDifference, type Part, visible } from './compare.ts';
import './history.css';
import { actText, placeText, timeFormat } from './steps.ts';

/** A state to compare: after an edit, or as the raw text has it. */
type Point = Seq | 'raw';

const pointOf = (value: string): Point => (value === 'raw' ? 'raw' : Number(value));

export function CompareDialog({ since }: { readonly since: Point }) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const history = useDesk((state) => state.history);
  const entries = useDesk((state) => state.entries);
  const shown = useDesk((state) => state.article);
  const now = history ? positionOf(history) : 0;
  const [before, setBefore] = useState<Point>(since);
  const [after, setAfter] = useState<Point>(now);
  const [article, setArticle] = useState(shown);
  const states = useMemo(() => {
    const stateAt = (point: Point): ComparedState | null =>
      history &&
      (point === 'raw'
        ? { review: history.review, raw: true }
        : { review: reviewAfter(history, entries, point), raw: false });
    return { before: stateAt(before), after: stateAt(after) };
  }, [history, entries, before, after]);
  const fields = useMemo(
    () =>
      issue && article && states.before && states.after
        ? compareArticle(issue, states.before, states.after, article)
        : [],
    [issue, article, states],
  );
  const rows = useMemo(() => (history ? journalRows(history, entries) : []), [history, entries]);
  if (!issue || !states.before || !states.after) return null;
  const swap = () => {
    setBefore(after);
    setAfter(before);
  };
  return (
    <Dialog title={t('compare.title')} size="wide">
      <div className="form compare-form">
        <PointField label={t('compare.before')} value={before} change={setBefore} rows={rows} issue={issue} now={now} />
        <PointField label={t('compare.after')} value={after} change={setAfter} rows={rows} issue={issue} now={now} />
        <ArticleField
          issue={issue}
          reviews={[states.after.review, states.before.review]}
          value={article}
          change={setArticle}
        />
        <button type="button" onClick={swap}>
          {t('compare.swap')}
        </button>
      </div>
      <Count fields={fields} />
      <Differences fields={fields} />
    </Dialog>
  );
}

interface PointFieldProps {
  readonly label: string;
  readonly value: Point;
  readonly change: (point: Point) => void;
  readonly rows: readonly JournalRow[];
  readonly issue: Issue;
  /** Number of the last edit that stands. */
  readonly now: Seq;
}

function PointField({ label, value, change, rows, issue, now }: PointFieldProps) {
  const { t } = useWords();
  const points = useMemo(() => {
    const time = timeFormat(document.documentElement.lang);
    const words = (row: JournalRow) => {
      const parts = [actText(t, row), placeText(t, issue, row), row.by ?? '', time(row.at)];
      return [...parts, row.seq === now ? t('compare.now') : ''].filter((part) => part !== '').join(' · ');
    };
    return rows.map((row) => [row.seq, words(row)] as const);
  }, [rows, issue, now, t]);
  const chosen = points.find(([seq]) => seq === value)?.[1] ?? t('compare.raw');
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => change(pointOf(target.value))}>
        <option value="raw">{t('compare.raw')}</option>
        {points.map(([seq, words]) => (
          <option key={seq} value={seq}>
            {words}
          </option>
        ))}
      </select>
      <Chosen words={chosen} />
    </label>
  );
}

/** What is chosen, whole: the closed list cuts long words. It has them for assistive technology, so this is for the eye. */
function Chosen({ words }: { readonly words: string }) {
  return (
    <span className="quiet compare-chosen" aria-hidden="true" dir="auto">
      {words}
    </span>
  );
}

interface ArticleFieldProps {
  readonly issue: Issue;
  /** An article that is in one of them only can be chosen too. */
  readonly reviews: readonly Review[];
  readonly value: ArticleId | null;
  readonly change: (article: ArticleId) => void;
}

function ArticleField({ issue, reviews, value, change }: ArticleFieldProps) {
  const { t } = useWords();
  const titles = new Map<ArticleId, string>();
  for (const review of reviews)
    review.articles.forEach((article, i) => {
      if (!titles.has(article.id))
        titles.set(article.id, `${i + 1} · ${titleOf(issue, review, article) ?? t('articles.noHeadline')}`);
    });
  return (
    <label>
      {t('compare.article')}
      <select value={value ?? ''} onChange={({ target }) => change(target.value)}>
        {[...titles].map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Chosen words={titles.get(value ?? '') ?? ''} />
    </label>
  );
}

function Count({ fields }: { readonly fields: readonly FieldDifference[] }) {
  const { t } = useWords();
  const [added, removed] = [countOf(fields, 'added'), countOf(fields, 'removed')];
  const words = fields.length === 0 ? 'compare.gone' : added + removed === 0 ? 'compare.same' : 'compare.count';
  return (
    <p role="status" className="compare-count">
      {t(words, { added, removed })}
    </p>
  );
}

function Differences({ fields }: { readonly fields: readonly FieldDifference[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by Tab (axe: scrollable-region-focusable)
    <section className="compare" tabIndex={0} aria-label={t('compare.title')}>
      {fields.map(({ field, parts }) => (
        <section key={field}>
          <h3>{field === 'bylines' ? t('compare.bylines') : t(`article.field.${field}`)}</h3>
          <p dir="auto">
            {parts.map((part, i) => (
              <Changed key={i} part={part} />
            ))}
          </p>
        </section>
      ))}
    </section>
  );
}

function Changed({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'same':
      return part.text;
    case 'added':
      return <ins>{visible(part)}</ins>;
    case 'removed':
      return <del>{visible(part)}</del>;
  }
}
