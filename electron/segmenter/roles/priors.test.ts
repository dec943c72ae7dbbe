import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from '../lines/sheet.ts';
import { furniturePrior, signPrior } from './priors.ts';
import { LINE_ROLES } from './roles.ts';

/** The roles that the signs of the line, an issue of its own, speak for. */
const rolesOf = (line: string) =>
  LINE_ROLES.filter((role) => signPrior(readSheet(issueOf(`${line}\n`)).signs, 0, role) > 0);

describe('what rarely comes and is always so', () => {
  it.each([
    'Bridge......................................2C',
    'Boston ............... 77',
    'Deaths . . . . . . . 3B',
    '天气·······8版',
    '. . . . . . . . . . . .',
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
    `${'.'.repeat(50_000)} and so on, he said`,
    `Oil .....${' '.repeat(50_000)}rose on Monday again`,
  ])('this may be text: %s', (text) => expect(furniturePrior(text)).toBe(0));
});

describe('signs that leave no doubt', () => {
  it.each([
    ['责任编辑 萧勇佳 版式 蔡波 校对 阎波', 'furniture'],
    ['（下转第 6 版）', 'furniture'],
    ['遗失声明', 'ad'],
    ['本报记者 孙丽 摄', 'byline'],
    ['Continued from Page 1', 'furniture'],
    ['LEGAL NOTICE', 'ad'],
    ['新华社武汉11月8日电', 'body'],
    ['TOKYO, March 2 — The', 'body'],
  ] as const)('%s is %s', (line, role) => expect(rolesOf(line)).toContain(role));

  it.each([
    '责任在谁，编辑部收到了许多来信。',
    '他的声明引起了关注',
    'The notice was legal, the court said.',
    '新华社社长在北京会见了来宾',
    'TOKYO STOCKS FALL',
    'The strike continued from page to page.',
  ])('%s may be anything', (line) => expect(rolesOf(line)).toEqual([]));
});
