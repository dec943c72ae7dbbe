import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Forest, scoreRow } from '../learned/trees.ts';
import { ScoreMemory, type Slots } from './score-memory.ts';

/** Two trees over two features; the second asks the first feature again at another value. */
const forest: Forest = {
  features: ['x', 'y'],
  classes: ['yes'],
  base: [0.25],
  roots: [0, 5],
  feature: [0, -1, 1, -1, -1, 0, -1, -1],
  threshold: [0.5, 0, -1, 0, 0, 2, 0, 0],
  left: [1, 0, 3, 0, 0, 6, 0, 0],
  value: [0, 1, 2, 4, 8, 0, 16, 32],
};

describe('ScoreMemory', () => {
  it('says what the forest says, whatever was asked before', () => {
    const value = fc.constantFrom(-2, -1, -0.5, 0, 0.5, 0.6, 1, 2, 2.5);
    const asked = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), value, value), { maxLength: 60 });
    fc.assert(
      fc.property(asked, (questions) => {
        const memory = new ScoreMemory(forest);
        const slots: Slots = [];
        for (const [number, x, y] of questions) {
          const row = Float32Array.of(x, y);
          const fresh = new Float32Array(1);
          scoreRow(forest, row, 0, fresh, 0);
          expect(memory.score(slots, number, row, 0)).toBe(fresh[0]);
        }
      }),
    );
  });

  it('keeps more pairs than it has room for at first', () => {
    const memory = new ScoreMemory(forest);
    const slots: Slots = [];
    const ask = (n: number) => memory.score(slots, n, Float32Array.of(n % 2, 0), 0);
    const first = Array.from({ length: 300 }, (_, n) => ask(n));
    expect(Array.from({ length: 300 }, (_, n) => ask(n))).toEqual(first);
    expect(new Set(first)).toEqual(new Set([0.25 + 1 + 16, 0.25 + 8 + 16]));
  });
});
