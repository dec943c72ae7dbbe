import { describe, expect, it } from 'vitest';
import { printedDate, weekdayOf } from './masthead-date.ts';
import { finished } from './testing/assigned.ts';

const masthead = (furniture: string, name?: string) =>
  finished(`- furniture ${furniture}\na1 body Text.`, name ? { name } : {}).review.masthead;

describe('masthead', () => {
  it.each<[string, string | undefined, object]>([
    [
      '东山日报 2024年3月14日 星期四|第一版　要闻',
      undefined,
      { paper: '东山日报', date: '2024年3月14日', pages: '一' },
    ],
    [
      'A2 The Evening Ledger, Friday, July 24, 1987 Local',
      undefined,
      { paper: 'The Evening Ledger', date: 'July 24, 1987', pages: 'A2' },
    ],
    [
      'Neue Hafen Zeitung|Nr. 288. — Dienstag, 7. Dezember 1858.',
      undefined,
      { paper: 'Neue Hafen Zeitung', date: '7. Dezember 1858' },
    ],
    ['El Faro, Martes, 4 de marzo de 1975', undefined, { paper: 'El Faro', date: '4 de marzo de 1975' }],
    [
      '责编：于立 校对：袁天',
      'harbor-news-1977-05-02.txt',
      { paper: 'Harbor News', date: '1977-05-02', editors: '责编 于立, 校对 袁天' },
    ],
    ['总第12345期', undefined, { edition: '总第12345期' }],
    ['Erscheint jeden Tag, mit Ausnahme der Sonntage', 'scan-0001.txt', {}],
  ])('%s', (furniture, name, expected) => expect(masthead(furniture, name)).toEqual(expected));

  it('is asked about when the weekday is wrong', () => {
    const wrong = finished('- furniture The Evening Ledger, Monday, July 24, 1987\na1 body Text.').doubts;
    expect(wrong.map((d) => d.why)).toEqual([
      { key: 'weekday', values: { date: 'July 24, 1987', printed: 'Monday', real: 'Friday' } },
    ]);
    expect(finished('- furniture 2024年3月14日 星期四\na1 body Text.').doubts).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    [2024, 2, 29, 4],
    [1858, 12, 7, 2],
    [2000, 1, 1, 6],
    [1900, 3, 1, 4],
  ])('%i-%i-%i fell on %i', (year, month, day, weekday) => {
    expect(weekdayOf(year, month, day)).toBe(weekday);
    expect(new Date(Date.UTC(year, month - 1, day)).getUTCDay()).toBe(weekday);
  });

  it.each(['2024年13月1日', '电话 0671-8258021', 'May be on 12 occasions', 'el 4 de marzo, a las 19', ''])(
    'none in: %s',
    (line) => expect(printedDate(line)).toBeNull(),
  );

  it('knows French, Dutch and Spanish months', () => {
    expect(printedDate('martes, 4 de marzo del 1975')).toMatchObject({ month: 3, day: 4, weekday: 2 });
    expect(printedDate('Mercredi 8 février 1882')).toMatchObject({ month: 2, day: 8, weekday: 3 });
    expect(printedDate('vrijdag 1 december 1876')).toMatchObject({ month: 12, day: 1, weekday: 5 });
  });
});
