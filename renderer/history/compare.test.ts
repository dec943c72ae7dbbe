import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../shared/edits/apply.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import { page } from '../../shared/testing/page.ts';
import { compareArticle, countOf, difference, type Part, visible } from './compare.ts';

const text = (parts: readonly Part[], without: Part['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join('');

describe('the difference of two texts', () => {
  it('is by characters in Chinese', () => {
    expect(difference('记者沉若溪在会上', '记者沈若溪在会上')).toEqual([
      { kind: 'same', text: '记者' },
      { kind: 'removed', text: '沉' },
      { kind: 'added', text: '沈' },
      { kind: 'same', text: '若溪在会上' },
    ]);
  });

  it('is by words elsewhere', () => {
    expect(difference('the rnayor of Ottawa', 'the mayor of Ottawa')).toEqual([
      { kind: 'same', text: 'the ' },
      { kind: 'removed', text: 'rnayor' },
      { kind: 'added', text: 'mayor' },
      { kind: 'same', text: ' of Ottawa' },
    ]);
  });

  it('cuts no character of two units', () => {
    expect(difference('看𠮷𠮷看', '看𠮷看')).toEqual([
      { kind: 'same', text: '看𠮷' },
      { kind: 'removed', text: '𠮷' },
      { kind: 'same', text: '看' },
    ]);
  });

  it('has one part for equal texts, none for nothing', () => {
    expect(difference('同', '同')).toEqual([{ kind: 'same', text: '同' }]);
    expect(difference('', '')).toEqual([]);
    expect(difference('', '新')).toEqual([{ kind: 'added', text: '新' }]);
  });

  it('of long texts that have nothing in common is the one against the other', () => {
    const [a, b] = ['甲乙'.repeat(20_000), '丙丁戊'.repeat(20_000)];
    const parts = difference(a, b);
    expect(text(parts, 'added')).toBe(a);
    expect(text(parts, 'removed')).toBe(b);
    expect(parts.length).toBeLessThan(4);
  });

  it('always gives both texts', () => {
    const letters = fc.string({
      unit: fc.constantFrom('字', 'a', 'b', ' ', '\n', '𠮷', '，', '\u2060'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const parts = difference(a, b);
        expect(text(parts, 'added')).toBe(a);
        expect(text(parts, 'removed')).toBe(b);
      }),
    );
  });
});

describe('an article in two states', () => {
  const { issue, review } = page(`
    a1 headline  全市妇女工作会召开
    a1 body      本报讯 近日，记者在全|市妇女工作会上获悉。
    a2 body      本报讯 市医院成立。
  `);
  const after = (...edits: readonly Edit[]) =>
    edits.reduce((now, edit) => {
      const made = apply(issue, now, edit);
      if (!made.ok) throw new Error(made.why);
      return made.review;
    }, review);
  const at = issue.text.indexOf('近日');
  const corrected = after(
    { kind: 'correct', span: { from: at, to: at + 2 }, text: '昨日' },
    { kind: 'supply', article: 'a1', role: 'kicker', id: 's1', text: '本市' },
    { kind: 'addCredit', article: 'a1', credit: { role: '记者', name: '冯海砚', supplied: true } },
  );
  const shown = (fields: ReturnType<typeof compareArticle>) =>
    fields.map(({ field, parts }) => [field, parts.filter(({ kind }) => kind !== 'same').map((part) => part.text)]);

  it('differs raw from corrected in what people put in, and nowhere else', () => {
    const fields = compareArticle(issue, { review: corrected, raw: true }, { review: corrected, raw: false }, 'a1');
    expect(shown(fields)).toEqual([
      ['kicker', ['本市']],
      ['headline', []],
      ['body', ['近', '昨']],
      ['bylines', ['记者 冯海砚']],
    ]);
    expect([countOf(fields, 'added'), countOf(fields, 'removed')]).toEqual([2 + 1 + 6, 1]);
  });

  it('is all added where it is in one state only, and nothing where it is in neither', () => {
    const merged = after({ kind: 'merge', article: 'a2', into: 'a1' });
    const sides = [
      { review: merged, raw: false },
      { review, raw: false },
    ] as const;
    expect(shown(compareArticle(issue, ...sides, 'a2'))).toEqual([['body', ['本报讯 市医院成立。']]]);
    expect(compareArticle(issue, ...sides, 'a9')).toEqual([]);
  });
});

describe('what can not be seen', () => {
  it('is shown by signs in what changed only', () => {
    expect(visible({ kind: 'added', text: '一\n' })).toBe('一¶\n');
    expect(visible({ kind: 'removed', text: '  ' })).toBe('␣␣');
    expect(visible({ kind: 'removed', text: 'a b' })).toBe('a b');
    expect(visible({ kind: 'same', text: ' \n' })).toBe(' \n');
  });
});
