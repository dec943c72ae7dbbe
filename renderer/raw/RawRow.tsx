/** One row of the raw text: line number, band with number and role letter, text, doubts in the margin. */
import { memo } from 'react';
import { lineSpan, lineText } from '../../shared/model/lines.ts';
import { type OwnedRun, ownerAt, ownersIn, ownersOf } from '../../shared/model/owners.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Credit, Review } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { roleLetter } from '../commands/table.ts';
import type { Translate } from '../i18n/words.ts';
import { type Stroke, strokesOf } from './decor.ts';
import { hueOf, numbersOf } from './hues.ts';
import { isFirstRow, type Rows, rowSpan } from './rows.ts';

const NO_CREDITS: readonly Credit[] = [];

export interface RawRowProps {
  readonly rows: Rows;
  readonly row: number;
  /** The item's place in the list, and the list's length, for assistive technology. */
  readonly place: number;
  readonly count: number;
  readonly review: Review;
  readonly isSelected: boolean;
  readonly isHead: boolean;
  /** Selected characters that this row holds a part of. */
  readonly selected: Span | null;
  /** An open doubt that begins in this row, and whether it is the one that is shown. */
  readonly doubt: Doubt | null;
  readonly isDoubtShown: boolean;
  /** Passed down: a hook in each of sixty rows would cost more than the rows. */
  readonly t: Translate;
}

export const rowId = (row: number): string => `raw-${row}`;

function ownersOfLine(review: Review, line: Span | null, at: number): readonly OwnedRun[] {
  const owners = ownersOf(review);
  if (line) return ownersIn(owners, line);
  const run = ownerAt(owners, at);
  return run ? [run] : [];
}

const distinct = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];

export const RawRow = memo(function RawRow(props: RawRowProps) {
  const { rows, row, place, count, review, isSelected, isHead, selected, doubt, isDoubtShown, t } = props;
  const { issue } = rows;
  const span = rowSpan(rows, row);
  const number = rows.lines[row] ?? 1;
  const text = lineText(issue.text, issue.lines, number);
  const isFirst = isFirstRow(rows, row);
  const lineOwners = ownersOfLine(review, text, lineSpan(issue.lines, number).from);
  const articles = distinct(lineOwners.flatMap((run) => (run.article ? [run.article] : [])));
  const run = ownerAt(ownersOf(review), text ? Math.max(span.from, text.from) : span.from) ?? lineOwners[0];
  const owner = run?.article ? review.articles[(numbersOf(review).get(run.article) ?? 0) - 1] : undefined;
  const startsRun =
    isFirst &&
    run !== undefined &&
    text !== null &&
    run.from <= text.from &&
    text.from < run.to &&
    isRunStart(rows, run, text);
  const hue = hueOf(numbersOf(review).get(run?.article ?? ''));
  const hasPage = isFirst && issue.text.slice(span.from, span.to).includes('\f');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its row by aria-activedescendant
    <div
      id={rowId(row)}
      className="row"
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-row={row}
      {...(isFirst ? { 'data-line': number } : { 'data-continues': number })}
      data-article={articles.join(' ')}
      data-role={distinct(lineOwners.map(({ role }) => role)).join(' ')}
      data-hue={hue ?? undefined}
      data-head={isHead || undefined}
      data-starts={startsRun || undefined}
      data-page-start={hasPage || undefined}
    >
      <span className="number">{isFirst ? number : ''}</span>
      <Band run={run} review={review} starts={startsRun} t={t} />
      <span className="text" data-text={text ? '' : undefined}>
        {strokesOf(issue.text, span, { review, credits: owner?.credits ?? NO_CREDITS, selected }).map((stroke) => (
          <StrokeText key={`${stroke.from} ${stroke.text === ''}`} stroke={stroke} review={review} t={t} />
        ))}
      </span>
      <span className="margin">
        {doubt && (
          <span className="doubt-mark" data-shown={isDoubtShown || undefined} title={t('raw.doubt')}>
            ?
          </span>
        )}
      </span>
    </div>
  );
});

/** Whether the line is the first non-blank one of the run. */
const isRunStart = (rows: Rows, run: OwnedRun, line: Span): boolean => {
  for (let at = run.from; at < line.from; at++) {
    if (rows.issue.text.charAt(at).trim() !== '') return false;
  }
  return true;
};

function Band({
  run,
  review,
  starts,
  t,
}: {
  readonly run: OwnedRun | undefined;
  readonly review: Review;
  readonly starts: boolean;
  readonly t: Translate;
}) {
  if (!run) return <span className="band" />;
  const number = run.article ? numbersOf(review).get(run.article) : undefined;
  const role = t(`role.${run.role}`);
  const title = number === undefined ? t('raw.outside', { role }) : t('raw.owner', { number, role });
  return (
    <span className="band" data-starts={starts || undefined} title={title}>
      <b>{number ?? '–'}</b>
      <i>{roleLetter(run.role)}</i>
    </span>
  );
}

function StrokeText({
  stroke,
  review,
  t,
}: {
  readonly stroke: Stroke;
  readonly review: Review;
  readonly t: Translate;
}) {
  const { from, text, corrected, credit, lost, selected, owner } = stroke;
  const isPlain = !corrected && !credit && !lost && !selected && owner === undefined;
  if (isPlain) return <span data-from={from}>{text}</span>;
  const kinds = [corrected && 'corrected', credit && 'credit', lost && 'lost', selected && 'selected'].filter(Boolean);
  const reads = corrected?.text.replaceAll('\u2060', '') ?? '';
  return (
    <span
      data-from={from}
      data-mark={kinds.join(' ') || undefined}
      data-insertion={(corrected && text === '') || undefined}
      data-hue={owner === undefined ? undefined : (hueOf(numbersOf(review).get(owner ?? '')) ?? 'none')}
      title={corrected ? (reads === '' ? t('raw.correctedAway') : t('raw.corrected', { text: reads })) : undefined}
    >
      {text}
    </span>
  );
}
