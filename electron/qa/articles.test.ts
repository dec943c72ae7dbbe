import { describe, expect, it } from 'vitest';
import { readGold } from '../../shared/score/gold.ts';
import { page } from '../../shared/testing/page.ts';
import { conservedDocument } from '../export/conserved.ts';
import { goldArticles, type ReportArticle, reportArticles } from './articles.ts';
import { changesBetween } from './changes.ts';

const source = { name: 'daily.txt', sha256: '', encoding: 'utf-8', bom: false, lineEnd: 'lf' } as const;

function articlesOf(notation: string): readonly ReportArticle[] {
  const { issue, review } = page(notation);
  return reportArticles(conservedDocument({ issue, review, doubts: [], source }));
}

describe('the lines of an article', () => {
  // Lines 2, 4 and 7 are blank.
  const PAGE = `
    a1 headline  全市妇女工作会召开|
    a1 body      本报讯 近日，||记者获悉。
    -  section   新闻专递|
    a1 body      市医院成立。
  `;

  it('bridge blank lines, within a part and between parts, and nothing else', () => {
    expect(articlesOf(PAGE)).toEqual([
      {
        headline: '全市妇女工作会召开',
        lines: [
          [1, 5],
          [8, 8],
        ],
        bylines: [],
      },
    ]);
  });

  it('are those of a gold file that says the same, which names no blank line', () => {
    const rows = ['1\tg\theadline', '3\tg\tbody', '5\tg\tbody', '6\t-\tsection', '8\tg\tbody'].join('\n');
    const [own] = articlesOf(PAGE);
    expect(goldArticles(readGold(rows, null))).toEqual([{ lines: own?.lines, bylines: [] }]);
    const printed = '{"g":{"headline":"全市妇女工作会召开"}}';
    expect(goldArticles(readGold(rows, printed))).toEqual([own]);
  });

  it('are the same whatever roles they have', () => {
    const asBody = articlesOf(PAGE.replace('a1 headline', 'a1 body    '));
    expect(asBody.map(({ lines }) => lines)).toEqual(articlesOf(PAGE).map(({ lines }) => lines));
  });
});

describe('an article of parts of lines only', () => {
  it('is the same as itself', () => {
    const article: ReportArticle = { headline: null, lines: [], bylines: [] };
    expect(changesBetween([article, article], [article, article])).toMatchObject({ gained: [], lost: [], same: 2 });
    expect(changesBetween([article, article], [article])).toMatchObject({ gained: [], lost: [article], same: 1 });
  });
});
