import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from '../lines/sheet.ts';
import { SEAM_KINDS, seamKind, smoothed } from './turns.ts';

const ROLES = 2;
const TEXT = `Le conseil a voté hier soir les crédits du nou-
veau pont, dont les travaux iront jusqu'en mai.
On passera le fleuve en bac jusque-là.

MALADIES DE LA PEAU
`;
const sheet = readSheet(issueOf(TEXT));

/** Neighbours of one role are likelier by `log` at every seam. */
const together = (log: number): number[] =>
  Array.from({ length: SEAM_KINDS * ROLES * ROLES }, (_, k) => (k % 4 === 0 || k % 4 === 3 ? log : -log));

describe('roles of neighbours', () => {
  it('seams differ by blank line, stop and small letter', () => {
    expect(seamKind(sheet, 0)).toBe(-1);
    const kinds = [1, 2, 3].map((i) => seamKind(sheet, i));
    expect(new Set(kinds).size).toBe(3);
    for (const kind of kinds) expect(kind).toBeLessThan(SEAM_KINDS);
  });

  it('a line that stands out without reason follows its neighbours', () => {
    const odds = Float32Array.from([0.9, 0.1, 0.4, 0.6, 0.9, 0.1, 0.9, 0.1]);
    expect(smoothed(sheet, odds, ROLES, together(1), 1)[2]).toBeGreaterThan(0.5);
  });

  it('nothing known changes nothing, and probabilities stay probabilities', () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(probability, { minLength: 4, maxLength: 4 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (p, log) => {
          const odds = Float32Array.from(p.flatMap((x) => [x, 1 - x]));
          const same = smoothed(sheet, odds, ROLES, together(0), 1);
          const moved = smoothed(sheet, odds, ROLES, together(log), 0.5);
          p.forEach((x, i) => {
            expect(same[2 * i]).toBeCloseTo(x, 4);
            expect((moved[2 * i] as number) + (moved[2 * i + 1] as number)).toBeCloseTo(1, 4);
          });
        },
      ),
    );
  });
});
