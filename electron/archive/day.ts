/** The day of a date as newspapers print it. */
import { printedDate } from '../segmenter/finish/masthead-date.ts';

/** `2013-08-19` for a date as printed; empty where it can't be told. */
export function isoDay(date: string): string {
  const plain = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(date);
  if (plain) return plain[0];
  const printed = printedDate(date);
  if (!printed) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(printed.year).padStart(4, '0')}-${two(printed.month)}-${two(printed.day)}`;
}
