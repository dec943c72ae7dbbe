import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assignment.ts';

/** The most gain of any assignment, by trying all. */
function mostGain(gain: readonly number[], rows: number, columns: number, row = 0, used = 0): number {
  if (row === rows) return 0;
  let most = mostGain(gain, rows, columns, row + 1, used);
  for (let c = 0; c < columns; c++)
    if (!(used & (1 << c)) && (gain[row * columns + c] ?? 0) > 0)
      most = Math.max(most, (gain[row * columns + c] ?? 0) + mostGain(gain, rows, columns, row + 1, used | (1 << c)));
  return most;
}

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
        const result = assign(Float64Array.from(gain), rows, columns);
        const taken = [...result].filter((c) => c >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        const sum = [...result].reduce((s, c, r) => s + (c >= 0 ? (gain[r * columns + c] ?? 0) : 0), 0);
        expect(sum).toBe(mostGain(gain, rows, columns));
      }),
    );
  });

  it('leaves apart what gains nothing', () => {
    expect([...assign(Float64Array.from([-1, 0, -3, -2]), 2, 2)]).toEqual([-1, -1]);
  });
});
