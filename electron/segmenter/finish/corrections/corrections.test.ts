import { describe, expect, it } from 'vitest';
import { finished, paragraphs } from '../testing/assigned.ts';

/** The body as it reads, its paragraphs parted by ` ¶ `. */
const reading = (lines: string): string => paragraphs(finished(`a1 body ${lines}`)).join(' ¶ ');

describe('line-end hyphens', () => {
  it.each([
    ['The strike hit France, Spain and Vene-|zuela, he said.', 'The strike hit France, Spain and Venezuela, he said.'],
    ['an oil-dependent state. It is oil-|dependent, he said.', 'an oil-dependent state. It is oil-dependent, he said.'],
    ['He said that Hydro-|Quebec would sell power.', 'He said that Hydro-Quebec would sell power.'],
    ['the short-|term rate has fallen.', 'the short-term rate has fallen.'],
    ['the years 1986-|87 were poor for all.', 'the years 1986-87 were poor for all.'],
    ['It was the EURO-|PEAN council that met.', 'It was the EUROPEAN council that met.'],
    ['both short- and long-|term rates have fallen.', 'both short- and long-term rates have fallen.'],
    ['soft hyphens are joined as peo\u00ad|ple expect.', 'soft hyphens are joined as people expect.'],
    ['a mark that stands for one as peo¬|ple expect.', 'a mark that stands for one as people expect.'],
    ['der Schluß folgt auf der näch⸗|ſten Seite, wie immer.', 'der Schluß folgt auf der nächſten Seite, wie immer.'],
  ])('%s', (lines, expected) => expect(reading(lines)).toBe(expected));

  it.each([
    [
      'er nannte die Vor-|und Nachteile der Sache und war nicht dafür.',
      'er nannte die Vor- und Nachteile der Sache und war nicht dafür.',
    ],
    ['the price was high -|he said so himself.', 'the price was high - he said so himself.'],
    ['the price -- which was --|he said high.', 'the price -- which was -- he said high.'],
  ])('leaves: %s', (lines, expected) => expect(reading(lines)).toBe(expected));

  it('are corrections of the machine that can be taken back', () => {
    const { review, issue } = finished('a1 body France, Spain and Vene-|zuela, he said.');
    expect(review.corrections).toEqual([{ span: { from: 22, to: 23 }, text: '\u2060', by: 'machine' }]);
    expect(issue.text.slice(22, 23)).toBe('-');
  });
});

describe('stray blanks', () => {
  it.each([
    ['3 月 10 日起至 3 月 30|日为线索征集阶段；共 11项。', '3月10日起至3月30日为线索征集阶段；共11项。'],
    ['余 棵 ， 受 到 群 众 好 评 。', '余棵，受到群众好评。'],
    ['我们就买了一些桂花香精。 ”', '我们就买了一些桂花香精。”'],
    ['members of the Organization of Pe\u00ad troleum states', 'members of the Organization of Petroleum states'],
  ])('%s', (lines, expected) => expect(reading(lines)).toBe(expected));

  it.each([
    '本报讯 （记者 罗洋 通讯员 梁 ）近日，东山镇',
    '开展“同心向前 奋进新程”活动',
    '使用 PPT 课件讲解',
    'It rose 11 points on Monday, to 30.',
  ])('leaves: %s', (lines) => expect(reading(lines)).toBe(lines));

  it('are left alone in heads, where they part', () => {
    expect(finished('a1 headline 第 3 届 运动会\na1 body 近日开幕。').review.corrections).toEqual([]);
  });
});
