/** Dates as mastheads print them, and the weekdays they fell on. */

export interface PrintedDate {
  /** As printed, without the weekday. */
  readonly text: string;
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  /** 0 Sunday – 6 Saturday; null when none stands beside it. */
  readonly weekday: number | null;
  readonly weekdayText: string | null;
  /** The name of a weekday in the date's language. */
  readonly weekdayName: (weekday: number) => string;
}

interface Calendar {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** `1`: day before month. */
  readonly dayFirst: boolean;
}

const split = (list: string): readonly string[] => list.split(' ');

const CALENDARS: readonly Calendar[] = [
  {
    weekdays: split('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
    months: split('January February March April May June July August September October November December'),
    dayFirst: false,
  },
  {
    weekdays: split('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    months: split('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    dayFirst: true,
  },
  {
    weekdays: split('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
    months: split('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    dayFirst: true,
  },
  {
    weekdays: split('zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'),
    months: split('januari februari maart april mei juni juli augustus september oktober november december'),
    dayFirst: true,
  },
  {
    weekdays: split('domingo lunes martes miércoles jueves viernes sábado'),
    months: split('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    dayFirst: true,
  },
];

const CHINESE_DAYS = '日一二三四五六';
const CHINESE_DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const CHINESE_WEEKDAY = /(?:星期|礼拜|禮拜|周|週)\s*([一二三四五六日天])/u;

/** The first date in a header line; null when none stands there. */
export function printedDate(line: string): PrintedDate | null {
  return chinese(line) ?? western(line);
}

function chinese(line: string): PrintedDate | null {
  const date = CHINESE_DATE.exec(line);
  if (!date) return null;
  const weekday = CHINESE_WEEKDAY.exec(line);
  return checked({
    text: date[0].replace(/\s+/gu, ''),
    year: Number(date[1]),
    month: Number(date[2]),
    day: Number(date[3]),
    weekday: weekday ? CHINESE_DAYS.indexOf((weekday[1] ?? '').replace('天', '日')) : null,
    weekdayText: weekday ? weekday[0].replace(/\s+/gu, '') : null,
    weekdayName: (n) => `星期${CHINESE_DAYS[n] ?? ''}`,
  });
}

const YEAR = /\d{4}/;

function western(line: string): PrintedDate | null {
  if (!YEAR.test(line)) return null;
  for (const { weekdays, months, dayFirst } of CALENDARS) {
    const name = `(${months.join('|')})`;
    const pattern = dayFirst
      ? new RegExp(`(?<![\\p{L}\\p{N}])(\\d{1,2})(?:er|\\.)?\\s+(?:de\\s+)?${name}\\s+(?:del?\\s+)?(\\d{4})`, 'iu')
      : new RegExp(`(?<!\\p{L})${name}\\s+(\\d{1,2}),?\\s+(\\d{4})`, 'iu');
    const match = pattern.exec(line);
    if (!match) continue;
    const [text, first = '', second = '', year = ''] = match;
    const month = months.findIndex((m) => m.toLowerCase() === (dayFirst ? second : first).toLowerCase()) + 1;
    const index = weekdays.findIndex((day) => new RegExp(`(?<!\\p{L})${day}(?!\\p{L})`, 'iu').test(line));
    return checked({
      text: text.replace(/\s+/gu, ' '),
      year: Number(year),
      month,
      day: Number(dayFirst ? first : second),
      weekday: index < 0 ? null : index,
      weekdayText: weekdays[index] ?? null,
      weekdayName: (n) => weekdays[n] ?? '',
    });
  }
  return null;
}

const checked = (date: PrintedDate): PrintedDate | null =>
  date.year >= 1500 && date.year <= 2200 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
    ? date
    : null;

/** The weekday (0 Sunday – 6 Saturday) of a day in the Gregorian calendar (Zeller's rule). */
export function weekdayOf(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const century = Math.floor(y / 100);
  const rest = y % 100;
  const h =
    (day + Math.floor((13 * (m + 1)) / 5) + rest + Math.floor(rest / 4) + Math.floor(century / 4) + 5 * century) % 7;
  return (h + 6) % 7;
}
