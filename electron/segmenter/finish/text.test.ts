/** The small measuring tools: widths, spacing, ends of sentences, languages, runs. */
import { describe, expect, it } from 'vitest';
import type { OutsideRun, RunPiece } from '../../../shared/model/review.ts';
import { runsOn, sentenceEnd } from './ends.ts';
import { languageOf } from './language.ts';
import { isLetterSpaced } from './letter-spacing.ts';
import { normalRuns } from './runs.ts';
import { cjkWidth, latinWidth } from './type-width.ts';

describe('widths', () => {
  it('count full-width characters one, figures a half, blanks round figures a quarter', () => {
    expect(cjkWidth('围绕学习宣传贯彻党的二十大精神，持')).toBe(17);
    expect(cjkWidth('3 月 14')).toBe(0.5 + 0.25 + 1 + 0.25 + 1);
    expect(cjkWidth('')).toBe(0);
  });

  it('know that an m is wider than an i', () => {
    expect(latinWidth('mmm')).toBeGreaterThan(2 * latinWidth('iii'));
    expect(latinWidth('a  b')).toBe(latinWidth('a b'));
  });
});

describe('letter-spacing', () => {
  it.each(['“ 这 一 政 策 是 否 可 行 ，', '电 厂 投 资 约 为 3500 万 元 到'])('%s', (t) =>
    expect(isLetterSpaced(t)).toBe(true),
  );
  it.each(['本报讯 （记者 冯海砚） 近日，记者在全', '3 月 10 日起至 3 月 30', 'The U.S. will pursue', ''])(
    'not %s',
    (t) => expect(isLetterSpaced(t)).toBe(false),
  );
});

describe('ends', () => {
  it.each<[string, boolean, number]>([
    ['任务，逐条办结销号。', true, 1],
    ['雷锋精神永不过时。”', true, 1],
    ['只有更好。“', true, 1],
    ['我们在此做出如下解释：', true, 0.5],
    ['以社会主义思想', true, 0],
    ['the officials said.', false, 1],
    ['“close the ferry.”', false, 1],
    ['given by the chairman, Mr.', false, 0],
    ['in the U.S.', false, 0.5],
    ['over the river and', false, 0],
  ])('%s', (line, cjk, expected) => expect(sentenceEnd(line, cjk)).toBe(expected));

  it('small letters run on in Latin text only', () => {
    expect(runsOn('over the river', false)).toBe(true);
    expect(runsOn('iPad的问世', true)).toBe(false);
    expect(runsOn('，今年', true)).toBe(true);
    expect(runsOn('Over', false)).toBe(false);
  });
});

describe('languages', () => {
  it.each([
    ['本报讯 三星电子公司 LGDisplay 表示', 'zh'],
    ['The council of the town voted to build it and to close the ferry', 'en'],
    ['Le conseil de la ville a voté la construction dans les délais', 'fr'],
    ['Der Rat der Stadt hat beschlossen, daß die Brücke nicht gebaut wird', 'de'],
    ['De raad van de stad heeft besloten dat het niet wordt gebouwd', 'nl'],
    ['El alcalde dijo que las obras del puente costarán más de lo previsto', 'es'],
    ['The mayor of Los Angeles said that the bridge was closed', 'en'],
    ['1234', 'en'],
  ])('%s', (text, language) => expect(languageOf(text, 'en')).toBe(language));
});

describe('runs', () => {
  const run = (from: number, to: number, role: RunPiece['role'] = 'body'): RunPiece => ({
    kind: 'run',
    from,
    to,
    role,
  });
  const out = (from: number, to: number): OutsideRun => ({ from, to, role: 'furniture', by: 'rule' });

  it('give their leading blanks to the run before', () => {
    const { articles, outside } = normalRuns('ab  cd', [{ id: 'a1', pieces: [run(2, 6)] }], [out(0, 2)]);
    expect(articles[0]?.pieces).toEqual([run(4, 6)]);
    expect(outside).toEqual([out(0, 4)]);
  });

  it('of blanks alone are none, and an article of them is gone', () => {
    const { articles, outside } = normalRuns('ab  ', [{ id: 'a1', pieces: [run(2, 4)] }], [out(0, 2)]);
    expect(articles).toEqual([]);
    expect(outside).toEqual([out(0, 4)]);
  });

  it('that touch are one, and heads stand first', () => {
    const pieces = [run(0, 2), run(2, 4), run(4, 6, 'headline')];
    expect(normalRuns('abcdef', [{ id: 'a1', pieces }], []).articles[0]?.pieces).toEqual([
      run(4, 6, 'headline'),
      run(0, 4),
    ]);
  });
});
