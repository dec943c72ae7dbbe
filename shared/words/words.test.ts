import { describe, expect, it } from 'vitest';
import { apply } from '../edits/apply.ts';
import type { Article, Credit } from '../model/review.ts';
import { page } from '../testing/page.ts';
import { isOneOff, misreadings } from './alike.ts';
import { learn, type Word, wordListSchema, wordsIn } from './list.ts';
import { nearMisses } from './near.ts';

const word = (text: string, count = 2, kind: Word['kind'] = 'name'): Word => ({ text, kind, count });
const article = (credits: readonly Credit[], dateline: string | null = null): Article => ({
  id: 'a1',
  state: 'settled',
  pieces: [],
  credits,
  dateline: dateline === null ? null : { text: dateline, span: { from: 0, to: dateline.length } },
});

describe('what an article teaches', () => {
  it('names and the place of the dateline', () => {
    const credits = [
      { role: '记者', name: '沈若溪' },
      { role: 'by', name: 'Martin Cohn' },
      { role: '通讯员', name: '梁', incomplete: true as const },
    ];
    expect(wordsIn(article(credits, 'OTTAWA, March 17')).map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      'name 沈若溪',
      'name Martin Cohn',
      'place OTTAWA',
    ]);
    expect(wordsIn(article([], '本报讯'))).toEqual([]);
  });

  it('counts; what a person put in stays', () => {
    expect(learn([word('沈若溪', 1), word('罗丽', 0)], [word('沈若溪', 1), word('罗丽', 1), word('尹川', 1)])).toEqual([
      word('沈若溪', 2),
      word('罗丽', 0),
      word('尹川', 1),
    ]);
  });

  it('forgets what was seen least when it is full', () => {
    const full = Array.from({ length: 5000 }, (_, i) => word(`名${i}`, i === 7 ? 0 : 2));
    const learnt = learn(full, [word('新人', 1)]);
    expect(learnt).toHaveLength(5000);
    expect(learnt.map(({ text }) => text)).not.toContain('新人');
    expect(learnt.map(({ text }) => text)).toContain('名7');
    expect(wordListSchema.safeParse({ format: 1, paper: '清河日报', words: learnt }).success).toBe(true);
  });
});

describe('words that look alike', () => {
  it('by one sign', () => {
    expect(misreadings('沈若溪')).toEqual(['沉若溪']);
    expect(misreadings('尹川')).toEqual([]);
  });
  it.each([
    ['Montreal', 'Montrcal', true],
    ['Montreal', 'Montral', true],
    ['Montral', 'Montreal', true],
    ['Montreal', 'Montreal', false],
    ['Montreal', 'Montrcl', false],
  ])('%s and %s: %s', (a, b, expected) => expect(isOneOff(a, b)).toBe(expected));
});

const misses = (notation: string, words: readonly Word[], credits: readonly string[] = []) => {
  const { issue, review } = page(notation);
  const placed = credits.map((name): Credit => {
    const from = issue.text.indexOf(name);
    return { role: '记者', name, span: { from, to: from + name.length } };
  });
  const [first, ...rest] = review.articles;
  const known = first ? { ...review, articles: [{ ...first, credits: placed }, ...rest] } : review;
  return { issue, review: known, doubts: nearMisses(issue, known, words) };
};
const said = (...args: Parameters<typeof misses>) =>
  misses(...args).doubts.map(({ why }) => `${why.values?.found}→${why.values?.instead}`);

describe('near misses', () => {
  it.each<[string, readonly Word[], readonly string[], readonly string[]]>([
    ['a1 body 记者沉若溪报道', [word('沈若溪')], [], ['沉若溪→沈若溪']],
    ['a1 body 本报讯（记者 沈若海）', [word('沈若溪')], ['沈若海'], ['沈若海→沈若溪']],
    ['a1 body The mayor of Montrcal said', [word('Montreal', 0, 'place')], [], ['Montrcal→Montreal']],
  ])('%s', (notation, words, credits, expected) => expect(said(notation, words, credits)).toEqual(expected));

  it.each<[string, readonly Word[], readonly string[]]>([
    // Known itself; seen once only; too short; of furniture; printed often.
    ['a1 body 记者沉若溪报道', [word('沈若溪'), word('沉若溪', 1)], []],
    ['a1 body 记者沉若溪报道', [word('沈若溪', 1)], []],
    ['a1 body 天津市', [word('夭津')], []],
    ['- furniture 记者沉若溪报道', [word('沈若溪')], []],
    ['a1 body Martine, Martine and Martine', [word('Martins', 5)], []],
    ['a1 body 本报讯（记者 沈若海）', [word('沈若溪'), word('沈若涛')], ['沈若海']],
    ['a1 body The montreal press', [word('Montreal')], []],
  ])('none: %s', (notation, words, credits) => expect(said(notation, words, credits)).toEqual([]));

  it('taken, the text and the credit read right', () => {
    const { issue, review, doubts } = misses('a1 body 本报讯（记者 沉若溪）', [word('沈若溪')], ['沉若溪']);
    let now = review;
    for (const edit of doubts[0]?.other ?? []) {
      const made = apply(issue, now, edit);
      if (!made.ok) throw new Error(made.why);
      now = made.review;
    }
    expect(now.articles[0]?.credits[0]?.name).toBe('沈若溪');
    expect(now.corrections).toMatchObject([{ text: '沈', by: 'machine' }]);
  });
});
