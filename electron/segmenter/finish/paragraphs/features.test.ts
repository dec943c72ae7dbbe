import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../../shared/model/issue.ts';
import { printedLines } from '../printed.ts';
import { featuresAt } from './features.ts';

/** Indent of the fifth of seven lines that stand behind so many blanks. em */
function indentBehind(blanks: readonly number[]): number {
  const text = blanks.map((n) => `${' '.repeat(n)}求放缓，部分农产品出现压港现`).join('\n');
  const lines = printedLines(issueOf(text), [{ kind: 'run', from: 0, to: text.length, role: 'body' }]);
  return featuresAt(lines, 4).indent;
}

describe('indents', () => {
  it.each([
    ['beside an even edge', [0, 0, 0, 0, 4, 0, 0], 2],
    ['beside an even edge far across the page', [60, 60, 60, 60, 64, 60, 60], 2],
    ['beside an edge with one stray line', [60, 60, 57, 60, 64, 60, 60], 2],
    ['not beside a ragged edge far across the page', [60, 66, 57, 70, 71, 62, 67], 0],
  ])('%s', (_, blanks, indent) => {
    expect(indentBehind(blanks)).toBe(indent);
  });
});

describe('columns of printed lines', () => {
  it('are the runs below one another in text laid out in columns, and no others', () => {
    const left = '求放缓，部分农产品出现';
    const right = '今限价令已到期据悉近日';
    const text = [1, 2, 3].map(() => `${left}    ${right}`).join('\n');
    const at = (line: number, word: string): number =>
      text.split('\n', line).join('\n').length + (line > 0 ? 1 : 0) + (word === right ? left.length + 4 : 0);
    const run = (line: number, word: string) => ({
      kind: 'run' as const,
      from: at(line, word),
      to: at(line, word) + word.length,
      role: 'body' as const,
    });
    const runs = [run(0, left), run(1, left), run(2, left), run(0, right), run(1, right), run(2, right)];
    expect(printedLines(issueOf(text), runs).map((l) => l.column)).toEqual([0, 0, 0, 3, 3, 3]);
  });
});
