import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import type { Forest } from '../learned/trees.ts';
import { readSheet } from '../lines/sheet.ts';
import { LINE_ROLES } from '../roles/roles.ts';
import { FIELD_FEATURES, FIELDS, fieldRows, fieldsOf } from './head-fields.ts';

const sheet = readSheet(issueOf('基本准则要理顺\n商务投影机\n采购的经验\n——行业用户的选择\n'));
const odds = new Float32Array(sheet.lines.length * LINE_ROLES.length).fill(1 / LINE_ROLES.length);
const lines = [0, 1, 2, 3];

/** One question: lines after a value of `feature` above `threshold` are of class `field`. */
const asking = (feature: string, threshold: number, field: number, base: readonly number[]): Forest => {
  const stumps = FIELDS.map((_, f) => (f === field ? 9 : 0));
  return {
    features: FIELD_FEATURES,
    classes: FIELDS,
    base,
    roots: stumps.map((_, f) => f * 3),
    feature: stumps.flatMap(() => [FIELD_FEATURES.indexOf(feature), -1, -1]),
    threshold: stumps.flatMap(() => [threshold, 0, 0]),
    left: stumps.flatMap((_, f) => [f * 3 + 1, -1, -1]),
    value: stumps.flatMap((most) => [0, 0, most]),
  };
};

describe('the lines of a head', () => {
  it('have a row each with every feature', () => {
    const rows = fieldRows(sheet, odds, lines);
    expect(rows).toHaveLength(lines.length * FIELD_FEATURES.length);
    expect(rows[3 * FIELD_FEATURES.length + FIELD_FEATURES.indexOf('dash')]).toBeGreaterThan(0.5);
    expect(rows[FIELD_FEATURES.indexOf('place')]).toBe(0);
  });

  it('are what the model says', () => {
    const forest = asking('dash', 0.5, FIELDS.indexOf('subhead'), [0, 1, 0, 0]);
    expect(fieldsOf(sheet, odds, lines, forest)).toEqual(['headline', 'headline', 'headline', 'subhead']);
  });

  it('have a headline, whatever the model says', () => {
    const forest = asking('dash', 0.5, FIELDS.indexOf('headline'), [5, 0, 0, 0]);
    expect(fieldsOf(sheet, odds, lines, forest)).toEqual(['kicker', 'kicker', 'kicker', 'headline']);
    expect(fieldsOf(sheet, odds, [1], forest)).toEqual(['headline']);
  });
});
