import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../edits/apply.ts';
import { countNonBlank } from '../model/blank.ts';
import { lineText } from '../model/lines.ts';
import type { Review } from '../model/review.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { type Page, page } from '../testing/page.ts';
import { buildDocument, exportedText } from './build.ts';

const source = { name: 'page.txt', sha256: '0', encoding: 'utf-8', bom: false, lineEnd: 'lf' } as const;
const documentOf = ({ issue }: Page, review: Review) =>
  buildDocument({ issue, review, doubts: [], source, sha256: 'f' });

describe('a document', () => {
  const seed = page(`
    a1 body      ¶本报讯 近日，记者在全||市妇女工作会上获悉。|¶围绕学习宣传贯彻。
    -  section   新闻专递
    a1 headline  交城县洪相镇|“多元服务”践行
    a1 caption   幼儿园小朋友参观。
  `);
  const document = documentOf(seed, seed.review);
  const [article] = document.articles;

  test('has the headline as an editor would print it', () => {
    expect(article?.headline).toBe('交城县洪相镇 “多元服务”践行');
    expect(article?.kicker).toBeNull();
  });

  test('bridges blank lines inside a part, never between two', () => {
    expect(article?.parts.map((part) => [part.role, part.lines])).toEqual([
      ['headline', [[6, 7]]],
      ['body', [[1, 4]]],
      ['caption', [[8, 8]]],
    ]);
    expect(document.furniture).toMatchObject([{ role: 'section', lines: [[5, 5]], text: '新闻专递' }]);
  });

  test('has paragraphs in reading order, captions among them', () => {
    expect(article?.paragraphs.map((p) => [p.role, p.text, p.lines])).toEqual([
      ['body', '本报讯 近日，记者在全市妇女工作会上获悉。', [[1, 3]]],
      ['body', '围绕学习宣传贯彻。', [[4, 4]]],
      ['caption', '幼儿园小朋友参观。', [[8, 8]]],
    ]);
  });

  test('gives the reading and what the raw text says', () => {
    const at = seed.issue.text.indexOf('妇女');
    const applied = apply(seed.issue, seed.review, {
      kind: 'correct',
      span: { from: at, to: at + 2 },
      text: '老人',
      by: '冯',
    });
    if (!applied.ok) throw new Error(applied.why);
    const [corrected] = documentOf(seed, applied.review).articles;
    expect(corrected?.paragraphs[0]).toMatchObject({
      text: '本报讯 近日，记者在全市老人工作会上获悉。',
      raw: '本报讯 近日，记者在全市妇女工作会上获悉。',
    });
    expect(corrected?.corrections).toEqual([{ span: [at, at + 2], raw: '妇女', text: '老人', by: '冯' }]);
  });

  test('a line that holds two articles’ text stands in the part that owns most of it, once', () => {
    const two = page('a1 body 本报讯 今年，我市各级人社部门');
    const at = two.issue.text.indexOf('部门');
    const applied = apply(two.issue, two.review, {
      kind: 'create',
      span: { from: at, to: at + 2 },
      role: 'body',
      newId: 'a-22222222',
    });
    if (!applied.ok) throw new Error(applied.why);
    const parts = documentOf(two, applied.review).articles.flatMap((a) => a.parts);
    expect(parts.map((part) => part.lines)).toEqual([[[1, 1]], []]);
    expect(parts.map((part) => part.spans)).toEqual([[[0, at]], [[at, two.issue.text.length]]]);
  });
});

describe('laws', () => {
  test('after any edits each non-blank line stands in one part, and each character is counted once', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, (start, draws) => {
        const { issue } = start;
        let { review } = start;
        draws.forEach((draw, i) => {
          const applied = apply(issue, review, editFrom(issue, review, draw, i));
          if (applied.ok) review = applied.review;
        });
        const document = documentOf(start, review);
        expect(exportedText(issue, review)).toBe(issue.text);
        const ranges = [...document.articles.flatMap((a) => a.parts), ...document.furniture].flatMap(
          (part) => part.lines,
        );
        const lines = ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i));
        const nonBlank = lines.filter((n) => lineText(issue.text, issue.lines, n));
        const all = Array.from({ length: issue.lines.count }, (_, i) => i + 1).filter((n) =>
          lineText(issue.text, issue.lines, n),
        );
        expect(nonBlank.sort((a, b) => a - b)).toEqual(all);
        const { conservation } = document;
        const outside = Object.values(conservation.outside).reduce((a, b) => a + b, 0);
        expect(conservation.inArticles + outside).toBe(countNonBlank(issue.text));
        expect(conservation.byRule + conservation.byEditor).toBe(outside);
      }),
      { numRuns: 1000 },
    );
  });
});
