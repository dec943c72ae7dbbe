/** One row of the raw text: line number, band with number and role letter, text, doubts in the margin. */
import { memo } from 'react';
import type { Note } from '../../shared/model/note.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Review } from '../../shared/model/review.ts';
import type { Role } from '../../shared/model/roles.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { roleLetter } from '../commands/table.ts';
import type { Translate } from '../i18n/words.ts';
import { type Stroke, strokesOf } from './decor.ts';
import { hueOf, numbersOf } from './hues.ts';
import { isSameLook, type RowLook } from './look.ts';
import { type Rows, rowSpan } from './rows.ts';

export interface RawRowProps {
  readonly rows: Rows;
  readonly row: number;
  readonly look: RowLook;
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
  /** An open note that begins in this row. */
  readonly note: Note | null;
  /** Passed down: a hook in each of sixty rows would cost more than the rows. */
  readonly t: Translate;
}

export const rowId = (row: number): string => `raw-${row}`;

/** A new review alone draws no row anew: what a row shows of it is in its look. */
const isSame = (a: RawRowProps, b: RawRowProps): boolean =>
  a.rows === b.rows &&
  a.row === b.row &&
  a.place === b.place &&
  a.count === b.count &&
  a.isSelected === b.isSelected &&
  a.isHead === b.isHead &&
  a.selected === b.selected &&
  a.doubt === b.doubt &&
  a.isDoubtShown === b.isDoubtShown &&
  a.note === b.note &&
  a.t === b.t &&
  isSameLook(a.look, b.look);

export const RawRow = memo(function RawRow(props: RawRowProps) {
  const { rows, row, look, place, count, review, isSelected, isHead, selected, doubt, isDoubtShown, note, t } = props;
  const span = rowSpan(rows, row);
  const strokes = strokesOf(rows.issue.text, span, { review, credits: look.credits, selected });
  const [only] = strokes;
  const plain = strokes.length === 0 ? '' : strokes.length === 1 && only && isPlain(only) ? only.text : null;
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
      data-line={look.isFirst ? look.line : undefined}
      data-continues={look.isFirst ? undefined : look.line}
      data-article={look.articles}
      data-role={look.roles}
      data-hue={hueOf(look.number) ?? undefined}
      data-head={isHead || undefined}
      data-starts={look.startsRun || undefined}
      data-page-start={look.startsPage || undefined}
    >
      <span className="number">{look.isFirst ? look.line : ''}</span>
      <span className="band" title={bandTitle(t, look.number, look.role)}>
        {`${look.number ?? '–'} ${roleLetter(look.role)}`}
      </span>
      <span className="text" data-text={look.isBlank ? undefined : ''} data-from={span.from}>
        {plain ??
          strokes.map((stroke) => (
            <StrokeText key={`${stroke.from} ${stroke.text === ''}`} stroke={stroke} review={review} t={t} />
          ))}
      </span>
      {note && (
        <span
          className="note-mark"
          data-class={note.class}
          title={t('note.mark', { class: t(`note.${note.class}`), text: note.text })}
        >
          {NOTE_SIGNS[note.class]}
        </span>
      )}
      {doubt && (
        <span className="doubt-mark" data-shown={isDoubtShown || undefined} title={t('raw.doubt')}>
          ?
        </span>
      )}
    </div>
  );
}, isSame);

/** Colour is not the only sign. */
const NOTE_SIGNS = { critical: '‼', major: '!', minor: '✎' } as const;

const titles = new WeakMap<Translate, Map<string, string>>();

/** Who owns the row, in words; made once for each owner, since translating sixty a frame would cost the frame. */
function bandTitle(t: Translate, number: number | undefined, role: Role): string {
  const known = titles.get(t) ?? new Map<string, string>();
  titles.set(t, known);
  const key = `${number} ${role}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const words = { number, role: t(`role.${role}`) };
  const title = number === undefined ? t('raw.outside', words) : t('raw.owner', words);
  known.set(key, title);
  return title;
}

const isPlain = ({ corrected, credit, lost, selected, owner }: Stroke): boolean =>
  !corrected && !credit && !lost && !selected && owner === undefined;

interface StrokeTextProps {
  readonly stroke: Stroke;
  readonly review: Review;
  readonly t: Translate;
}

function StrokeText({ stroke, review, t }: StrokeTextProps) {
  const { from, text, corrected, credit, lost, selected, owner } = stroke;
  if (isPlain(stroke)) return <span data-from={from}>{text}</span>;
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
