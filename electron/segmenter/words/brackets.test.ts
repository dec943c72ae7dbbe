import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACROSS, Brackets, bracketEdges } from './brackets.ts';

const across = (above: string, below: string) => new Brackets([above, below]).across(0, 1);

describe('brackets over a line end', () => {
  it.each([
    ['本报讯（记者龙晓', '小）近日，市政府', ACROSS.pair],
    ['本报讯 (记者 王慧', '丽）昨日上午', ACROSS.pair],
    ['扬子晚报报道称“锦湖南京基地因', '环保问题”被要求搬迁。', ACROSS.pair],
    ['据期货日报《大豆', '周报》，', ACROSS.pair],
    ['the bank (formerly of', 'London) said', ACROSS.pair],
    ['据《人民日报（海外', '版）》报道', ACROSS.pair],
    ['他说：“我们将', '本报讯 近日', ACROSS.open],
    ['受到好评。', '者尹波）', ACROSS.closed],
    ['他说：“我们将', '版）报道', ACROSS.clash],
  ])('%s | %s', (above, below, found) => expect(across(above, below)).toBe(found));

  it.each([
    ['both closed', '（记者 王慧）近日，', '“好”字当头'],
    ['an apostrophe', 'The farmers’ union', 'won’t agree'],
    ['plain quotation marks', 'in response to "an early', 'round" of offers'],
    ['a list', '一）投标人须', '二）投标人应'],
  ])('none: %s', (_, above, below) => expect(across(above, below)).not.toBe(ACROSS.pair));

  it('a line that opens and closes in order leaves nothing', () => {
    const nested = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', '近日', 'a b'),
        fc
          .tuple(fc.constantFrom('（）', '“”', '《》', '[]'), tie('text'), tie('text'))
          .map(([pair, inner, after]) => `${pair[0]}${inner}${pair[1]}${after}`),
      ),
    })).text;
    fc.assert(
      fc.property(nested, (text) => {
        expect(bracketEdges(text)).toEqual({ open: 0, closed: 0 });
      }),
    );
  });
});
