import { describe, expect, it } from 'vitest';
import { en } from '../languages/en/page.ts';
import { signsOf } from '../languages/page-table.ts';
import { zh } from '../languages/zh/page.ts';
import { furniturePrior, signPriors } from './priors.ts';

describe('what rarely comes and is always so', () => {
  it.each([
    'Bridge......................................2C',
    'Boston ............... 77',
    'Deaths . . . . . . . 3B',
    '天气·······8版',
  ])('leaders are no text: %s', (text) => expect(furniturePrior(text)).toBeGreaterThan(2));

  it.each(['115', '1o6', '· 3 ·', '12 14'])('numbers alone are none: %s', (text) =>
    expect(furniturePrior(text)).toBeGreaterThan(0),
  );

  it.each([
    'He said: “Well ...”',
    '他说：“那就……”',
    'Philadelphia 83, Boston 77 after extra time',
    '2011年11月',
    'Oil',
    '1977 was a good year',
    'll',
  ])('this may be text: %s', (text) => expect(furniturePrior(text)).toBe(0));
});

describe('signs that leave no doubt', () => {
  it.each([
    ['责任编辑 萧勇佳 版式 蔡波 校对 阎波', 'furniture', zh],
    ['（下转第 6 版）', 'furniture', zh],
    ['遗失声明', 'ad', zh],
    ['本报记者 孙丽 摄', 'byline', zh],
    ['Continued from Page 1', 'furniture', en],
    ['LEGAL NOTICE', 'ad', en],
  ] as const)('%s is %s', (line, role, table) => {
    expect(signPriors(signsOf(line, table)).map((prior) => prior.role)).toContain(role);
  });

  it.each([
    ['责任在谁，编辑部收到了许多来信。', zh],
    ['他的声明引起了关注', zh],
    ['The notice was legal, the court said.', en],
    ['The strike continued from page to page.', en],
  ] as const)('%s may be anything', (line, table) => expect(signPriors(signsOf(line, table))).toEqual([]));
});
