/** The rows of the journal in words. */
import type { JournalRow } from '../../shared/journal/rows.ts';
import { lineAt } from '../../shared/model/lines.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Translate } from '../i18n/words.ts';

/** What was done: `a correction`, `a merge × 2`. */
export const actText = (t: Translate, { kind, edits }: JournalRow): string =>
  kind === null ? t('history.proposal') : t(`act.${kind}`) + (edits > 1 ? ` × ${edits}` : '');

export const placeText = (t: Translate, { lines }: Issue, { place }: JournalRow): string =>
  place === null ? '' : t('article.line', { line: lineAt(lines, place) });

/** Formats the times of a journal; a formatter is dear to make, so it is made once for all rows. */
export function timeFormat(lang: string): (at: string | null) => string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'medium' });
  return (at) => {
    const time = at === null ? NaN : Date.parse(at);
    return Number.isNaN(time) ? '' : format.format(time);
  };
}
