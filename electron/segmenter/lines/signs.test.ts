import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from './sheet.ts';
import { FAR } from './signs.ts';

const { signs, traits } = readSheet(
  issueOf('本报讯（记者 冯海砚）近日，\n全市妇女工作会召开。\n本报记者 孙丽 摄\n本报讯（记者 白凯冰）今年\n'),
);

describe('the weights of signs', () => {
  it('are those of the traits', () => {
    expect(traits.map((_, i) => signs.of(i, 'opener'))).toEqual(traits.map((t) => t.signs.opener?.weight ?? 0));
    expect(signs.of(0, 'opener')).toBeGreaterThan(0.5);
    expect(signs.of(2, 'photo')).toBe(1);
  });

  it.each([-1, 4, 100])('are nothing at line %i, which is not there', (i) => expect(signs.of(i, 'opener')).toBe(0));

  it('are looked for up and down', () => {
    expect([0, 1, 2, 3].map((i) => signs.distance(i, 'opener', 1))).toEqual([0, 2, 1, 0]);
    expect([0, 1, 2, 3].map((i) => signs.distance(i, 'opener', -1))).toEqual([0, 1, 2, 0]);
    expect([0, 1, 2, 3].map((i) => signs.distance(i, 'photo', -1))).toEqual([FAR, FAR, 0, 1]);
  });

  it('are counted over lines, the last left out', () => {
    expect(signs.count(0, 4, 'opener')).toBe(2);
    expect(signs.count(0, 3, 'opener')).toBe(1);
    expect(signs.count(1, 3, 'opener')).toBe(0);
    expect(signs.count(0, 4, 'jump')).toBe(0);
  });
});
