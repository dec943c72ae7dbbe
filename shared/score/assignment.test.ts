import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Gain } from './assignment.ts';

/** The most gain of any assignment, by trying all. */
function mostGain(gain: readonly number[], rows: number, columns: number, row = 0, used = 0): number {
  if (row === rows) return 0;
  let most = mostGain(gain, rows, columns, row + 1, used);
  for (let c = 0; c < columns; c++)
    if (!(used & (1 << c)) && (gain[row * columns + c] ?? 0) > 0)
      most = Math.max(most, (gain[row * columns + c] ?? 0) + mostGain(gain, rows, columns, row + 1, used | (1 << c)));
  return most;
}

const sparse = (gain: readonly number[], columns: number): readonly Gain[] =>
  gain.map((one, i) => ({ row: Math.floor(i / columns), column: i % columns, gain: one }));

describe('assign', () => {
  it('finds the most gain, each column at most once', () => {
    const problem = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        gain: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: rows * columns, maxLength: rows * columns }),
      }),
    );
    fc.assert(
      fc.property(problem, ({ rows, columns, gain }) => {
        const result = assign(sparse(gain, columns), rows, columns);
        const taken = [...result].filter((c) => c >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        const sum = [...result].reduce((s, c, r) => s + (c >= 0 ? (gain[r * columns + c] ?? 0) : 0), 0);
        expect(sum).toBe(mostGain(gain, rows, columns));
      }),
    );
  });

  it('leaves apart what gains nothing', () => {
    expect([...assign(sparse([-1, 0, -3, -2], 2), 2, 2)]).toEqual([-1, -1]);
  });

  it('takes only what overlaps: 10,000 articles, each with its two neighbours', () => {
    const count = 10_000;
    // A table of all pairs would hold 100 million.
    const gains = Array.from({ length: count }, (_, row): readonly Gain[] => [
      { row, column: row, gain: 3 },
      { row, column: (row + 1) % count, gain: 2 },
      { row, column: (row + count - 1) % count, gain: 4 },
    ]).flat();
    const result = assign(gains, count, count);
    expect([...result].every((column, row) => column === (row + count - 1) % count)).toBe(true);
  });
});
