import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedChange } from './text-change.ts';

describe('what was typed', () => {
  it('is nothing when the text is the same', () => {
    expect(typedChange('春节', '春节')).toBeNull();
  });

  it('is told by what stands before it', () => {
    expect(typedChange('本报讯 近日，记者在全市', '本报讯 近日，记着在全市')).toEqual({
      after: '近日，记',
      nth: 1,
      replace: '者',
      with: '着',
    });
  });

  it('has enough before it to be found first', () => {
    const text = '他来了，她来了，他来了。';
    const change = typedChange(text, '他来了，她来了，他来啦。');
    expect(change).toMatchObject({ nth: 1, replace: '了', with: '啦' });
    expect(text.indexOf(change?.after ?? '') + (change?.after ?? '').length).toBe(10);
  });

  it('is counted where the same paragraph stands twice', () => {
    expect(typedChange('图片新闻\n图片新闻', '图片新闻\n图片新事')).toEqual({
      after: '图片新',
      nth: 2,
      replace: '闻',
      with: '事',
    });
  });

  it('at the beginning of a paragraph starts with the end of the one before', () => {
    expect(typedChange('一\n二', '一\n三')).toEqual({ after: '一', nth: 1, replace: '\n二', with: '\n三' });
  });

  it('stands at the beginning', () => {
    expect(typedChange('年会', '大年会')).toEqual({ after: null, nth: 1, replace: '', with: '大' });
  });

  it('never parts a surrogate pair', () => {
    expect(typedChange('a𠮷b', 'a𠮶b')).toEqual({ after: 'a', nth: 1, replace: '𠮷', with: '𠮶' });
  });

  it('makes the one of the other', () => {
    // No paragraph of a reading is empty.
    const paragraph = fc.string({ unit: fc.constantFrom('一', '二', '𠮷', 'a'), minLength: 1, maxLength: 6 });
    const text = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = typedChange(before, after);
        if (!change) {
          expect(before).toBe(after);
          return;
        }
        let at = 0;
        if (change.after !== null) {
          at = -1;
          for (let n = 0; n < change.nth; n++) at = before.indexOf(change.after, at + 1);
          at += change.after.length;
        }
        expect(before.slice(at, at + change.replace.length)).toBe(change.replace);
        expect(before.slice(0, at) + change.with + before.slice(at + change.replace.length)).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });
});
