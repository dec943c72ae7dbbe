import { expect, it } from 'vitest';
import { isoDay } from './day.ts';

it.each([
  ['2013-08-19', '2013-08-19'],
  ['October 16, 1995', '1995-10-16'],
  ['2024年2月29日', '2024-02-29'],
  ['', ''],
  ['yesterday', ''],
  // What is no day is none, however it is written.
  ['2013-99-19', ''],
  ['2013-02-30', ''],
  ['0000-01-01', ''],
  ['12013-08-19', ''],
])('the day of %j is %j', (date, day) => expect(isoDay(date)).toBe(day));
