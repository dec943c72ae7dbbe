import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { readAgain } from './again.ts';
import { FIELDS, readField } from './reading.ts';
import { spliceEdits } from './splice.ts';

describe('reading again', () => {
  it('gives what reading gives, after any edit', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, ({ issue, review }, draws) => {
        let now = review;
        draws.forEach((draw, i) => {
          const made = apply(issue, now, editFrom(issue, now, draw, i));
          if (!made.ok) return;
          for (const article of made.review.articles) {
            const was = now.articles.find(({ id }) => id === article.id);
            for (const field of was ? FIELDS : []) {
              const before = {
                review: now,
                article: was ?? article,
                reading: readField(issue, now, was ?? article, field),
              };
              expect(readAgain(issue, before, made.review, article, field)).toEqual(
                readField(issue, made.review, article, field),
              );
            }
          }
          now = made.review;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives what reading gives after letters typed anywhere in a body of many lines, with blank lines and breaks', () => {
    const { issue, review } = page(
      'a1 body 本报讯 近日，记者|| 在全市妇女|工作会上  获悉。|¶第二段 the vote|in Ottawa,|end co-|operation||¶末段。',
    );
    const typed = fc.record({
      at: fc.nat(60),
      del: fc.nat(3),
      ins: fc.constantFrom('', 'x', '字', ' ', '𠮷𠮷', 'a\nb'),
    });
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 12 }), (keys) => {
        let now = review;
        let [article] = now.articles;
        let reading = article && readField(issue, now, article, 'body');
        for (const { at, del, ins } of keys) {
          if (!article || !reading) throw new Error('no article');
          const place = Math.min(at, reading.text.length);
          const splice = { at: place, del: Math.min(del, reading.text.length - place), ins };
          const edits: readonly Edit[] = spliceEdits(
            issue,
            now,
            'a1',
            'body',
            splice,
            () => 'a-supplied',
            'Li',
            reading,
          );
          const before = { review: now, article, reading };
          for (const edit of edits) {
            const made = apply(issue, now, edit);
            if (made.ok) now = made.review;
          }
          [article] = now.articles;
          if (!article) throw new Error('no article');
          reading = readAgain(issue, before, now, article, 'body');
          expect(reading).toEqual(readField(issue, now, article, 'body'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes the units of other lines over as they are', () => {
    const { issue, review } = page('a1 body 一二三|四五六|七八九|十百千|万亿兆');
    const [article] = review.articles;
    if (!article) throw new Error('no article');
    const reading = readField(issue, review, article, 'body');
    const made = apply(issue, review, { kind: 'correct', span: { from: 9, to: 10 }, text: '捌' });
    if (!made.ok) throw new Error(made.why);
    const [after = article] = made.review.articles;
    const again = readAgain(issue, { review, article, reading }, made.review, after, 'body');
    expect(again.text).toBe('一二三四五六七捌九十百千万亿兆');
    expect(again.units[0]).toBe(reading.units[0]);
    expect(again.units.at(-1)).toBe(reading.units.at(-1));
  });
});
