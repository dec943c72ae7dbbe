import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf, matchOf, parseSearch } from './search-query.ts';
import { openDatabase } from './sqlite.ts';
import { foldForHits, phraseOf, wordsOf } from './words.ts';

/** Which of the texts the index finds. */
async function found(texts: readonly string[], typed: string, wasm = false): Promise<number[]> {
  const db = await openDatabase(':memory:', { wasm });
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5(headline, byline, body, raw, tokenize = 'unicode61 remove_diacritics 2')",
  );
  for (const [i, text] of texts.entries())
    db.run('INSERT INTO words (rowid, raw) VALUES (?, ?)', i, wordsOf(text, true));
  const match = matchOf(parseSearch(typed));
  const rows = match === null ? [] : db.all('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid', match);
  db.close();
  return rows.map(({ rowid }) => Number(rowid));
}

const TEXTS = [
  '吕梁市妇女工作会召开', //                      0
  '全市在吕\n梁山区', //                          1: parted by a line end
  '吕氏与桥梁', //                               2
  'The city council exam-\nined the budget', //  3
  'Décès à Genève, 2013年8月', //                 4
  '梁', //                                       5
];

describe.each([false, true])('words in the index (wasm: %s)', (wasm) => {
  it.each([
    ['吕梁', [0, 1]],
    ['梁', [0, 1, 2, 5]],
    ['吕', [0, 1, 2]],
    ['吕梁市', [0]],
    ['市妇', [0]],
    ['梁吕', []],
    ['examined', [3]],
    ['exam', []],
    ['exam*', [3]],
    ['geneve', [4]],
    ['GENÈVE', [4]],
    ['"the city"', [3]],
    ['"city the"', []],
    ['吕梁 -妇女', [1]],
    ['2013年8月', [4]],
    ['2013年9月', []],
    ['"', []],
    ['* OR NEAR( ^', []],
    ['-吕梁', []],
  ] as const)('%s', async (typed, expected) => {
    expect(await found(TEXTS, typed, wasm)).toEqual(expected);
  });
});

it('finds every stretch of a Chinese text, and takes any question without failing', async () => {
  const db = await openDatabase(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5(headline, byline, body, raw, tokenize = 'unicode61')");
  const text = '全市妇女工作会召开扎实开展清廉家庭建设系列活动引导党员干部家属';
  db.run('INSERT INTO words (rowid, raw) VALUES (1, ?)', wordsOf(text, true));
  const find = (typed: string) => {
    const match = matchOf(parseSearch(typed));
    return match === null ? 0 : db.all('SELECT rowid FROM words WHERE words MATCH ?', match).length;
  };
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 8 }), (from, length) => {
      expect(find(text.slice(from, from + length))).toBe(1);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void find(typed)));
  db.close();
});

describe('what is typed', () => {
  it('has fields in both languages, quotes of both kinds, days and exclusions', () => {
    expect(parseSearch('headline:大会 署名:冯海砚 paper:"吕梁 日报" date:2013-08 -广告 “a b”')).toEqual({
      terms: [
        { text: '大会', field: 'headline', not: false },
        { text: '冯海砚', field: 'byline', not: false },
        { text: '广告', field: null, not: true },
        { text: 'a b', field: null, not: false },
      ],
      paper: '吕梁 日报',
      from: '2013-08',
      to: '2013-08',
    });
    expect(parseSearch('date:2013..2015')).toMatchObject({ from: '2013', to: '2015' });
    expect(parseSearch('date:..2015-02')).toMatchObject({ from: '', to: '2015-02' });
    expect(parseSearch('http://x')).toMatchObject({ terms: [{ text: 'http://x', field: null }] });
  });

  it('compares days as text', () => {
    expect(['2013', '2013-08', '2013-08-19', ''].map(lastDayOf)).toEqual([
      '2013-99-99',
      '2013-08-99',
      '2013-08-19',
      '',
    ]);
  });
});

it('quotes whatever is asked for, so that nothing of it is an operator', () => {
  expect(phraseOf('a" OR b')).toBe('"a OR b"');
  expect(phraseOf('!?')).toBeNull();
});

it('keeps the places of what it folds', () => {
  const { text, places } = foldForHits('Ｅx\né 吕');
  expect(text).toBe('exe吕');
  expect(places).toEqual([0, 1, 3, 5, 6]);
});
