import { expect, it } from 'vitest';
import { lazily } from './lazily.ts';

interface Models {
  readonly turns: readonly number[];
  readonly broken: { readonly base: number };
}

const models = lazily<Models>({ turns: '[\n1,\n-0.5]', broken: '{' });

it('reads a part when it is asked for, and only once', () => {
  expect(models.turns).toEqual([1, -0.5]);
  expect(models.turns).toBe(models.turns);
});

it('reads no part that nobody asks for', () => {
  expect(Object.keys(models)).toEqual(['turns', 'broken']);
  expect(() => models.broken).toThrow(SyntaxError);
});
