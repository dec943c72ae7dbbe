import { describe, expect, it } from 'vitest';
import { confusableRows, misreadIn } from './confusables.ts';

describe.each(['zh', 'en'] as const)('misread words, %s', (language) => {
  it.each(confusableRows(language))('$line', ({ line, right }) => {
    const [misread, ...more] = misreadIn(line, language);
    expect(more).toEqual([]);
    expect(misread?.instead).toBe(right);
    expect(line.slice(misread?.index).startsWith(misread?.found ?? '?')).toBe(true);
  });

  it('are no more once they are put right', () => {
    for (const { line } of confusableRows(language)) {
      const [misread] = misreadIn(line, language);
      if (!misread) throw new Error(line);
      const { index, found, instead } = misread;
      expect(misreadIn(line.slice(0, index) + instead + line.slice(index + found.length), language)).toEqual([]);
    }
  });
});

describe('right words are left', () => {
  it.each([
    ['zh', '三千部手机、人土地承包、战土豆、护土壤、周末能、月末及时、年末时、进入民政系统、深入民心'],
    ['zh', '知己经年、异己成群、起因难查、建没建好、士兵、未来、始末'],
    ['en', 'modem bathe bather western joumaling concemedly'],
  ] as const)('%s: %s', (language, line) => expect(misreadIn(line, language)).toEqual([]));
});
