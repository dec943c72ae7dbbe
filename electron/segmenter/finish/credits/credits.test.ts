import { describe, expect, it } from 'vitest';
import { finished } from '../testing/assigned.ts';

const credits = (notation: string) => {
  const { issue, review } = finished(notation);
  return review.articles[0]?.credits.map(({ role, name, span }) => [
    role,
    name,
    span && issue.text.slice(span.from, span.to),
  ]);
};

describe('credits of an article', () => {
  it('come from byline lines and from the text, each once, with their places', () => {
    expect(
      credits(`
        a1 headline Ferry to Close
        a1 byline   By ANN LEE|Staff Writer
        a1 body     The ferry will close.
        a1 caption  The ferry on Monday.
        a1 byline   Staff photo by Carl Poe
      `),
    ).toEqual([
      ['by', 'ANN LEE', 'ANN LEE'],
      ['photo', 'Carl Poe', 'Carl Poe'],
    ]);
  });

  it('are put together when a line’s end cuts the name', () => {
    const [cut] = credits('a1 body 本报讯 （记者 钟怡||峰）原材料涨价问题开始回落') ?? [];
    expect(cut).toEqual(['记者', '钟怡峰', '钟怡\n\n峰']);
  });

  it('are the whole line when page reading says that it is a byline', () => {
    expect(credits('a1 body La France ne ressemble plus à celle de 1870.\na1 byline A bel Servien.')).toEqual([
      ['by', 'A bel Servien', 'A bel Servien'],
    ]);
  });

  it('stand behind a head on its line', () => {
    expect(credits('a1 subhead 供求平衡会有小幅过剩 本报记者 傅涛 何欣\na1 body 近日，油价上涨。')).toEqual([
      ['记者', '傅涛', '傅涛'],
      ['记者', '何欣', '何欣'],
    ]);
  });

  it('are none in a text without', () => {
    expect(credits('a1 headline 全市妇女工作会召开\na1 body 记者在会上获悉，今年夏粮丰收。')).toEqual([]);
  });
});
