import { describe, expect, it } from 'vitest';
import { NOTHING, sum } from '../../electron/desk/testing/torture/ordeal.ts';
import { WINDOWS } from './window.ts';

describe.each(WINDOWS)('$row: $name', (ordeal) => {
  it('loses nothing that the desk was given', async () => {
    let outcome = NOTHING;
    for (let seed = 1; seed <= ordeal.each; seed++) outcome = sum(outcome, await ordeal.run(seed));
    expect(outcome).toMatchObject({ lost: 0, refused: 0 });
    expect(outcome.runs).toBeGreaterThanOrEqual(10);
    expect(outcome.acknowledged).toBeGreaterThan(outcome.runs);
  });
});
