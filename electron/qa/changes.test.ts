import { describe, expect, it } from 'vitest';
import type { ReportArticle } from './articles.ts';
import { changesBetween } from './changes.ts';

const article = (headline: string | null, ...lines: [number, number][]): ReportArticle => ({
  headline,
  lines,
  bylines: [],
});

describe('changes between two readings', () => {
  const one = article('全市妇女工作会召开', [1, 10]);
  const two = article('今冬住上暖心房', [11, 30]);

  it('are none where nothing changed', () => {
    expect(changesBetween([one, two], [one, two])).toEqual({ gained: [], lost: [], changed: [], same: 2 });
  });

  it('name what a split gains', () => {
    const upper = article('今冬住上暖心房', [11, 20]);
    const lower = article(null, [21, 30]);
    expect(changesBetween([one, two], [one, upper, lower])).toMatchObject({ gained: [lower], lost: [], same: 1 });
  });

  it('name what a merge loses', () => {
    const both = article('全市妇女工作会召开', [1, 30]);
    const changes = changesBetween([one, two], [both]);
    expect(changes.lost).toEqual([one]);
    expect(changes.changed).toEqual([{ before: two, after: both }]);
  });

  it('tell another headline over the same lines', () => {
    const other = article('另一个标题', [1, 10]);
    expect(changesBetween([one], [other]).changed).toEqual([{ before: one, after: other }]);
  });
});
