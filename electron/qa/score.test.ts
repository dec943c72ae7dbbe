/** The figures against those of the score sheet beside the checkout, on every corpus, and on small readings of our own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGold, readingOf } from '../../shared/score/gold.ts';
import { scoreOf } from '../../shared/score/score.ts';
import { documentOf } from './testing/documents.ts';

const shared = resolve(import.meta.dirname, '../../../shared');
const corpus = join(shared, 'corpus');

describe.skipIf(!existsSync(corpus))('as the score sheet has it (skipped where ../shared is absent)', () => {
  const pages = ['seed', 'press-zh', 'press-en', 'real-en', 'alto-nl'].flatMap((set) =>
    readdirSync(join(corpus, set))
      .filter((name) => name.endsWith('.gold.tsv'))
      .slice(0, 3)
      .map((name) => join(corpus, set, name.replace('.gold.tsv', ''))),
  );

  it.each(pages)('%s', async (base) => {
    // The score sheet is plain JavaScript: what it gives is looked at here.
    const sheet = (await import(pathToFileURL(join(shared, 'eval/evaluate.mjs')).href)) as {
      readGold(base: string): unknown;
      readPrediction(document: unknown): unknown;
      score(gold: unknown, reading: unknown): Record<string, number>;
    };
    const document = await documentOf(readFileSync(`${base}.txt`), 'page.txt');
    const articles = existsSync(`${base}.articles.json`) ? readFileSync(`${base}.articles.json`, 'utf8') : null;
    const own = scoreOf(readGold(readFileSync(`${base}.gold.tsv`, 'utf8'), articles), readingOf(document));
    const wanted = sheet.score(sheet.readGold(base), sheet.readPrediction(document));
    const right = (of: 'exact' | 'headLines' | 'headText' | 'bylines') =>
      own.articles.filter((article) => article[of] === true).length;
    expect({
      exact: right('exact'),
      headRight: right('headLines'),
      headText: right('headText'),
      bylineRight: right('bylines'),
      byTP: own.names.right,
      byP: own.names.found,
      byG: own.names.wanted,
      roleRight: own.roles.right,
      effort: own.effort,
    }).toEqual({
      exact: wanted.exact,
      headRight: wanted.headRight,
      headText: wanted.headText,
      bylineRight: wanted.bylineRight,
      byTP: wanted.byTP,
      byP: wanted.byP,
      byG: wanted.byG,
      roleRight: wanted.roleRight,
      effort: wanted.effort,
    });
    expect(own.bcubed).toBeCloseTo(wanted.bcubed ?? Number.NaN, 10);
  });
});

describe('gold files', () => {
  it('say who owns each line', () => {
    const gold = readGold('1\ta1\tbody\n2\t-\tad\n3\ta1\theadline+mixed\n', null);
    expect([...gold.lines]).toEqual([
      [1, { article: 'a1', role: 'body', mixed: false }],
      [2, { article: null, role: 'ad', mixed: false }],
      [3, { article: 'a1', role: 'headline', mixed: true }],
    ]);
  });

  it.each(['1\ta1', 'one\ta1\tbody', '1\t\tbody'])('are refused where a row is none: %j', (row) => {
    expect(() => readGold(row, null)).toThrow('row 1 is not');
  });
});
