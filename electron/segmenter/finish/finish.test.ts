import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../shared/edits/apply.ts';
import { checkReview } from '../../../shared/model/check.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import { readField } from '../../../shared/reading/reading.ts';
import { arbitraryPage } from '../../../shared/testing/arbitrary.ts';
import { finish } from './finish.ts';
import { assignedOf, finished, paragraphs } from './testing/assigned.ts';

describe('laws', () => {
  it('makes a review that obeys every law, and doubts whose other reading can be applied', () => {
    fc.assert(
      fc.property(arbitraryPage, (drawn) => {
        const { review, doubts } = finish(assignedOf(drawn));
        expect(checkReview(drawn.issue, review)).toEqual([]);
        for (const { other } of doubts)
          for (const edit of other) expect(apply(drawn.issue, review, edit)).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every character of the body but what its corrections change', () => {
    fc.assert(
      fc.property(arbitraryPage, (drawn) => {
        const { review } = finish(assignedOf(drawn));
        for (const article of review.articles) {
          const raw = readField(drawn.issue, review, article, 'body', true).text.replace(/\s+/gu, '');
          const owned = article.pieces
            .flatMap((p) => (p.kind === 'run' && p.role === 'body' ? [drawn.issue.text.slice(p.from, p.to)] : []))
            .join('');
          expect(raw).toBe(owned.replace(/\s+/gu, ''));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(arbitraryPage, (drawn) => {
        expect(finish(assignedOf(drawn))).toEqual(finish(assignedOf(drawn)));
      }),
      { numRuns: 30 },
    );
  });

  it('takes an empty text', () => {
    const { review, doubts } = finish({ issue: issueOf(''), articles: [], outside: [], doubts: [], evidence: [] });
    expect(review.articles).toEqual([]);
    expect(doubts).toEqual([]);
  });
});

describe('an article', () => {
  const report = `
    a1 headline  洪湖镇植树忙
    a1 body      本报讯 （记者 罗洋 通讯员 梁 ）三月的洪湖镇，|到处是植树的人群。连日来，该镇以义务植树|为主题，开展植树造林活动。|该镇党员志愿者拿着铁锹、水桶，在沿线|公路两旁栽下树苗，并浇水培土，3 月 12 日|一天就栽下树苗四百多棵。
    -  furniture 东山日报 2024年3月14日 星期五
  `;

  it('gets paragraphs, credits, dateline and corrections', () => {
    const result = finished(report);
    const [article] = result.review.articles;
    expect(paragraphs(result)).toEqual([
      '本报讯 （记者 罗洋 通讯员 梁 ）三月的洪湖镇，到处是植树的人群。连日来，该镇以义务植树为主题，开展植树造林活动。',
      '该镇党员志愿者拿着铁锹、水桶，在沿线公路两旁栽下树苗，并浇水培土，3月12日一天就栽下树苗四百多棵。',
    ]);
    expect(article?.credits.map(({ role, name, incomplete }) => [role, name, incomplete])).toEqual([
      ['记者', '罗洋', undefined],
      ['通讯员', '梁', true],
    ]);
    expect(article?.dateline?.text).toBe('本报讯');
    expect(result.review.corrections.map((c) => c.text)).toEqual(['', '', '']);
  });

  it('asks about the lost glyph and the weekday', () => {
    const { doubts } = finished(report);
    expect(doubts.map((d) => d.why.key)).toEqual(['incompleteName', 'weekday']);
    expect(doubts.map((d) => d.id).every((id) => /^finish:[a-z-]+@\d+-\d+$/u.test(id))).toBe(true);
  });

  it('names the newspaper from the furniture', () => {
    expect(finished(report).review.masthead).toEqual({ paper: '东山日报', date: '2024年3月14日' });
  });

  it('joins a body that goes on over a column', () => {
    const result = finished(`
      a1 body      The council voted on Monday to build a bridge over the|river and to close the ferry that has served the vil-
      -  section   News in Brief
      a1 body      lage for a hundred years. The work begins in May and|will take two years.
    `);
    expect(paragraphs(result)).toEqual([
      'The council voted on Monday to build a bridge over the river and to close the ferry that has served the village for a hundred years. The work begins in May and will take two years.',
    ]);
    expect(result.review.joins).toHaveLength(1);
  });
});
