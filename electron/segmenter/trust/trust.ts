/**
 * How likely each place of a proposal is right: a forest over the margins of the page reading, fitted on readings of
 * issues that the page's models had not seen (`scripts/fit/trust.mjs`), so that 0.8 means right in four of five.
 */
import { type Forest, logistic, scoreRow } from '../learned/trees.ts';
import type { IssueReading } from '../page/read.ts';
import { type Place, placesOf } from './places.ts';

/** Places less sure than this are asked. About a fifth of the places of a press page. */
export const DOUBTED = 0.65;

export interface TrustedPlace extends Place {
  /** Log-odds that it is right. */
  readonly odds: number;
  /** Probability (0–1) that it is right. */
  readonly confidence: number;
}

export function trustOf(reading: IssueReading, forest: Forest): readonly TrustedPlace[] {
  const out = new Float32Array(1);
  return placesOf(reading).map((place) => {
    scoreRow(forest, place.row, 0, out, 0);
    const odds = out[0] as number;
    return { ...place, odds, confidence: logistic(odds) };
  });
}
