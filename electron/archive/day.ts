/** The day of a date as newspapers print it. */
import { printedDate } from '../segmenter/finish/masthead-date.ts';

/** `2013-08-19` for a date as printed; empty where it can't be told, or is no day of any calendar. */
export function isoDay(date: string): string {
  const day = plainDay(date);
  const time = Date.parse(`${day}T00:00:00Z`);
  // Date takes 31 February for a day in March; the formats have no year 0.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !day.startsWith('0000');
  return isDay ? day : '';
}

function plainDay(date: string): string {
  const plain = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(date);
  if (plain) return plain[0];
  const printed = printedDate(date);
  if (!printed) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(printed.year).padStart(4, '0')}-${two(printed.month)}-${two(printed.day)}`;
}
