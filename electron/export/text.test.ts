import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, anyText, articleWith, bodyParagraph, EVENING } from './testing/documents.ts';
import { textLine, toText } from './text.ts';

const isOurs = (line: string): boolean => line.startsWith('=');

describe('textLine', () => {
  it.each([
    ['= x', ' = x'],
    ['========== 2 of 2, settled', ' ========== 2 of 2, settled'],
    ['  = x', '   = x'],
    ['\u200b=', ' \u200b='],
  ])('sets %j off by a space', (text, line) => expect(textLine(text)).toBe(line));

  it.each(['河长制办公室挂牌', 'a = b', '- x', '--- 1 of 7', '', '  indented', '＝'])('leaves %j as it is', (text) =>
    expect(textLine(text)).toBe(text),
  );

  it('is one line that is not ours, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textLine(text)).not.toMatch(/[\p{Zl}\p{Zp}]|(?!\t)\p{Cc}/u);
        expect(isOurs(textLine(text))).toBe(false);
      }),
    );
  });

  it('gives the text back when a line that looks like ours loses one space', () => {
    const lookAlike = fc.array(fc.constantFrom('=', ' ', '\u3000', '\u200b', 'x'), { maxLength: 6 });
    fc.assert(
      fc.property(
        lookAlike.map((parts) => parts.join('')),
        (text) => {
          const line = textLine(text);
          const looksLikeOurs = /^ [\s\p{DI}]*=/u.test(line);
          expect(looksLikeOurs ? line.slice(1) : line).toBe(text);
        },
      ),
    );
  });
});

describe('toText', () => {
  it('sets the page as documented', () => {
    expect(toText(EVENING)).toBe(`= 晚报 2024-05-06
= 2 articles; not settled: 2.
= 1 open doubt: head, line 9.
= Left out as no article's text: section, line 2; furniture, line 1.
= Lines that hold bylines are given as role and name.
= 2 corrections applied: 1 by machine, 1 by hand.
= Supplied by hand, not in the source: kicker of article 2.
= Conservation: 90 non-blank characters = 83 in articles + 7 left out (3 by rule, 4 by the editor). SHA-256 of the raw text put together again: ${'cd'.repeat(32)}.
= SHA-256 of the source: ${'ab'.repeat(32)}. Encoding: utf-8.
= Source: evening.txt

========== 1 of 2, settled
= Section: 本市新闻
守护一河清水
河长制办公室挂牌
三年完成整治

沿河十二个村签下责任书

= By: 记者 柳一帆
= By: 摄影 梁 [incomplete]

本报讯（记者 柳一帆）昨日，河长制办公室挂牌。

= Caption: 挂牌现场。

========== 2 of 2, proposed, no headline
补题

公交十路今起改道。
`);
  });

  it('has exactly one separator an article, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const separators = toText(document)
          .split('\n')
          .filter((line) => line.startsWith('=========='));
        expect(separators.map((line) => line.split(' ')[1])).toEqual(document.articles.map((_, i) => `${i + 1}`));
      }),
    );
  });

  it('holds a paragraph on a line of its own', () => {
    const article = articleWith({ paragraphs: [bodyParagraph('甲\u2028乙\n丙', 1, 0), bodyParagraph('===', 2, 9)] });
    expect(toText({ ...EVENING, articles: [article] })).toContain('\n\n甲 乙 丙\n\n ===\n');
  });
});
