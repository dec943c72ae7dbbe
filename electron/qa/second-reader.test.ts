import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../shared/score/gold.ts';
import { scoreOf } from '../../shared/score/score.ts';
import { jsonLine } from '../export/json.ts';
import { readSecondReader } from './second-reader.ts';
import { documentOf } from './testing/documents.ts';

const sample = readFileSync(join(import.meta.dirname, '../../resources/samples/qinghe-daily.txt'));

describe('a second reader', () => {
  it('who read the same agrees in everything', async () => {
    const document = await documentOf(sample, 'qinghe-daily.txt');
    const score = scoreOf(readSecondReader(jsonLine(document)), readingOf(document));
    expect(score.articles).toHaveLength(document.articles.length);
    expect(
      score.articles.every(({ exact, headLines, headText }) => exact && headLines !== false && headText !== false),
    ).toBe(true);
    expect([score.bcubed, score.effort]).toEqual([1, 0]);
  });

  it('who made one article of two does not', async () => {
    const document = await documentOf(sample, 'qinghe-daily.txt');
    const [first, second, ...rest] = document.articles;
    if (!first || !second) throw new Error('the sample has fewer than two articles');
    const one = { ...first, parts: [...first.parts, ...second.parts] };
    const score = scoreOf(readSecondReader(jsonLine({ ...document, articles: [one, ...rest] })), readingOf(document));
    expect(score.articles[0]?.exact).toBe(false);
    expect(score.effort).toBeGreaterThan(0);
  });

  it.each(['', 'null', '{"schema":"galley/1"}', '{"schema":"galley/2","articles":[],"furniture":[]}'])(
    'is not read from %j',
    (json) => {
      expect(() => readSecondReader(json)).toThrow('no document of Galley');
    },
  );
});
