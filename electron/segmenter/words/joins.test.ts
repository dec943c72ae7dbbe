import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAcross } from './joins.ts';

const wordAcross = (above: string, below: string) => wordsAcross([[above, below]])[0];

describe('a word across a line end', () => {
  it.each([
    ['市妇女工作会上获悉，今年全市妇女工', '作将坚持以新时代思想为指导', 2],
    ['强化政治引领，凝聚发展共', '识，团结带领广大妇女', 2],
  ])('%s | %s', (above, below, characters) => expect(wordAcross(above, below)).toBe(characters));

  it.each([
    ['a word ends there', '市妇女工作会上获悉，今年全市', '妇女工作将坚持'],
    ['another text begins', '据国外媒体报道，据英', '荷兰皇家壳牌有限公司'],
  ])('none: %s', (_, above, below) => expect(wordAcross(above, below)).toBe(0));

  it.each([
    ['a stop', '宣讲到位。', '本报讯'],
    ['figures', '3 月 30', '日为植树节'],
    ['no Chinese', 'San Antonio or the Astrodome out of', 'Houston, but'],
  ])('nothing to ask: %s', (_, above, below) => expect(wordAcross(above, below)).toBe(-1));

  it('is the same whatever seams are asked about with it', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'今年全市妇女工作将坚持以新时代，。3 aé𠀀\r\u2028'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 12 }), (seams) => {
        expect([...wordsAcross(seams)]).toEqual(seams.map(([above, below]) => wordAcross(above, below)));
      }),
    );
  });
});
