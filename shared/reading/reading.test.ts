import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { findArticle } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { originAt, readingAt } from './places.ts';
import { FIELDS, type Field, readField } from './reading.ts';
import { spliceEdits } from './splice.ts';

const read = (issue: Issue, review: Review, field: Field, id = 'a1') => {
  const article = findArticle(review, id);
  if (!article) throw new Error(`no ${id}`);
  return readField(issue, review, article, field);
};
const after = (issue: Issue, review: Review, edits: readonly Edit[]) =>
  edits.reduce((r, edit) => {
    const applied = apply(issue, r, edit);
    if (!applied.ok) throw new Error(`${edit.kind}: ${applied.why}`);
    return applied.review;
  }, review);

describe('a reading', () => {
  test('joins Chinese lines without a space, English ones with one', () => {
    const { issue, review } = page(`
      a1 body 本报讯 近日，记者在全|市妇女工作会上获悉。
      a2 body OTTAWA, March 17 - The Senate|voted on the bill.
    `);
    expect(read(issue, review, 'body').text).toBe('本报讯 近日，记者在全市妇女工作会上获悉。');
    expect(read(issue, review, 'body', 'a2').text).toBe('OTTAWA, March 17 - The Senate voted on the bill.');
  });

  test('joins a number that a line end parts in Chinese text, not two numbers in English', () => {
    const { issue, review } = page(`
      a1 body 收集到的21|3条意见逐一答复。
      a2 body in the years 1987|1988 and after
    `);
    expect(read(issue, review, 'body').text).toBe('收集到的213条意见逐一答复。');
    expect(read(issue, review, 'body', 'a2').text).toBe('in the years 1987 1988 and after');
  });

  test('joins the lines of a headline by a space', () => {
    const { issue, review } = page('a1 headline 交城县洪相镇|“多元服务”践行雷锋精神');
    expect(read(issue, review, 'headline').text).toBe('交城县洪相镇 “多元服务”践行雷锋精神');
  });

  test('shows one blank of several, and none at the edges of a line', () => {
    const { issue, review } = page('a1 body ␣ 特   原␣ | 油 期');
    expect(read(issue, review, 'body').text).toBe('特 原油 期');
  });

  test('a line-end hyphen taken away by the machine joins the word', () => {
    const { issue, review } = page('a1 body The Cana-|dian Senate');
    const at = issue.text.indexOf('-');
    const joined = after(issue, review, [
      { kind: 'correct', span: { from: at, to: at + 1 }, text: '\u2060', by: 'machine' },
    ]);
    expect(read(issue, joined, 'body').text).toBe('The Canadian Senate');
    expect(read(issue, review, 'body').text).toBe('The Cana- dian Senate');
  });

  test('maps every raw character to its place, and back', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, (start, draws) => {
        let { review } = start;
        const { issue } = start;
        draws.forEach((draw, i) => {
          const applied = apply(issue, review, editFrom(issue, review, draw, i));
          if (applied.ok) review = applied.review;
        });
        for (const article of review.articles) {
          for (const field of FIELDS) {
            const reading = readField(issue, review, article, field);
            for (let i = 0; i < reading.text.length; i++) {
              const origin = originAt(reading, i);
              if (origin === null) continue;
              expect(issue.text[origin]).toBe(reading.text[i]);
              expect(readingAt(reading, origin)).toBe(i);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a splice', () => {
  const { issue, review } = page(`
    a1 headline 全市妇女工作会
    a1 body     本报讯 近日，记者在全|市妇女工作会上获悉。|¶The Cana-|dian Senate met|on Friday.
  `);
  const newId = () => 's-1';
  const spliced = (at: number, del: number, ins: string, on = review, field: Field = 'body') => {
    const edits = spliceEdits(issue, on, 'a1', field, { at, del, ins }, newId, '冯');
    return read(issue, after(issue, on, edits), field).text;
  };
  const text = read(issue, review, 'body').text;
  const at = (words: string) => text.indexOf(words);

  test('typed text stands where it was typed', () => {
    expect(spliced(at('妇女'), 0, '老')).toBe(text.replace('妇女', '老妇女'));
    expect(spliced(at('Friday'), 6, 'Monday')).toBe(text.replace('Friday', 'Monday'));
  });

  test('typing letter by letter makes one correction', () => {
    let current = review;
    let place = at('met');
    for (const letter of 'has ') {
      current = after(
        issue,
        current,
        spliceEdits(issue, current, 'a1', 'body', { at: place++, del: 0, ins: letter }, newId),
      );
    }
    expect(read(issue, current, 'body').text).toBe(text.replace('met', 'has met'));
    expect(current.corrections).toHaveLength(1);
  });

  test('over a line end becomes a correction on each line', () => {
    const edits = spliceEdits(issue, review, 'a1', 'body', { at: at('记者在全市'), del: 5, ins: '我' }, newId);
    expect(edits.map((e) => e.kind)).toEqual(['correct', 'correct']);
    expect(spliced(at('记者在全市'), 5, '我')).toBe(text.replace('记者在全市', '我'));
  });

  test('the space between two printed lines can be taken away', () => {
    expect(spliced(at(' on Friday'), 1, '')).toBe(text.replace('met on', 'meton'));
    expect(spliced(at('met on'), 6, 'x')).toBe(text.replace('met on', 'x'));
  });

  test('Enter breaks a paragraph, Backspace at its start joins it', () => {
    expect(spliced(at('记者'), 0, '\n')).toBe(text.replace('记者', '\n记者'));
    expect(spliced(at('\n'), 1, '')).toBe(text.replace('\n', ''));
    expect(spliced(at('on Friday'), 0, '\n')).toBe(text.replace(' on', '\non'));
  });

  test('Enter at the edge of a paragraph makes nothing', () => {
    expect(spliceEdits(issue, review, 'a1', 'body', { at: at('\n'), del: 0, ins: '\n' }, newId)).toEqual([]);
    expect(spliceEdits(issue, review, 'a1', 'body', { at: 0, del: 0, ins: '\n' }, newId)).toEqual([]);
  });

  test('an empty field takes a supplement, and gives it up', () => {
    const supplied = after(
      issue,
      review,
      spliceEdits(issue, review, 'a1', 'kicker', { at: 0, del: 0, ins: '妇联' }, newId),
    );
    expect(read(issue, supplied, 'kicker').text).toBe('妇联');
    const edits = spliceEdits(issue, supplied, 'a1', 'kicker', { at: 0, del: 2, ins: '' }, newId);
    expect(edits).toEqual([{ kind: 'removeSupplement', article: 'a1', id: 's-1' }]);
  });

  test('law: the reading after is the reading before, spliced', () => {
    // A paragraph's edge keeps no blank, and two lines that one paragraph holds are joined as printed lines are.
    const squash = (s: string) => s.replace(/\s+/g, '');
    const insertion = fc.constantFrom('', '', '字', 'ab', ' ', '𠮷', '\n');
    fc.assert(
      fc.property(
        arbitraryPage,
        arbitraryDraws,
        fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(12), insertion), { minLength: 1, maxLength: 12 }),
        (start, draws, splices) => {
          const { issue } = start;
          let { review } = start;
          draws.forEach((draw, i) => {
            const applied = apply(issue, review, editFrom(issue, review, draw, i));
            if (applied.ok) review = applied.review;
          });
          for (const [which, place, length, ins] of splices) {
            const article = review.articles[which % Math.max(review.articles.length, 1)];
            const field = FIELDS[place % FIELDS.length] as Field; // in range by the remainder
            if (!article) return;
            const before = readField(issue, review, article, field).text;
            let from = place % (before.length + 1);
            let to = Math.min(from + length, before.length);
            if (insidePair(before, from)) from--;
            if (insidePair(before, to)) to++;
            const edits = spliceEdits(
              issue,
              review,
              article.id,
              field,
              { at: from, del: to - from, ins },
              () => `s-${place}`,
            );
            review = after(issue, review, edits);
            const same = findArticle(review, article.id);
            const now = same ? readField(issue, review, same, field).text : '';
            const expected = before.slice(0, from) + ins + before.slice(to);
            expect(squash(now)).toBe(squash(expected));
            // A seam beside a supplement stays one, whatever is typed there.
            const touchesParagraphs =
              /\n/.test(before.slice(from, to)) || ins === '\n' || article.pieces.some((p) => p.kind === 'supplement');
            if (!touchesParagraphs && ins !== ' ' && !before.includes('\n')) expect(now.trim()).toBe(expected.trim());
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const insidePair = (text: string, at: number) =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
