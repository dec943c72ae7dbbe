import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from '../lines/sheet.ts';
import { ABSENT, LINE_FEATURES, lineRows } from './features.ts';

const TEXT = Array.from({ length: 9 }, (_, i) => `Line ${i} of the ${i % 2 ? 'council' : 'HARBOUR, here.'}`);
const sheet = readSheet(issueOf(`${TEXT.slice(0, 5).join('\n')}\n\f${TEXT.slice(5).join('\n')}\n`));
const F = LINE_FEATURES.length;

describe('the rows of lines', () => {
  it('answer every question of every line, also those that are put to neighbours', () => {
    const rows = lineRows(sheet);
    sheet.lines.forEach((_, i) => {
      const asked = LINE_FEATURES.map(({ ask }) => Math.fround(ask(sheet, i)));
      expect([...rows.subarray(i * F, (i + 1) * F)]).toEqual(asked);
    });
  });

  it('know nothing of neighbours on another page', () => {
    const column = LINE_FEATURES.findIndex(({ name }) => name === 'capitals +1');
    const rows = lineRows(sheet);
    expect(rows[4 * F + column]).toBe(ABSENT);
    expect(rows[3 * F + column]).not.toBe(ABSENT);
  });

  it.each([
    [0, 2],
    [3, 7],
    [8, 9],
    [4, 4],
  ])('of lines %i to %i are the same as among all', (from, to) =>
    expect(lineRows(sheet, undefined, from, to)).toEqual(lineRows(sheet).slice(from * F, to * F)),
  );
});
