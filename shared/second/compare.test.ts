import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { countNonBlank } from '../model/blank.ts';
import { checkReview } from '../model/check.ts';
import { findArticle, ownersOf } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { FIELDS, readField } from '../reading/reading.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { alignArticles } from './align.ts';
import { differencesOf, secondDoubts } from './compare.ts';
import { type Difference, isDifferenceFrom } from './difference.ts';

const { issue, review } = page(`
  a1 body      本报讯 （记者 冯海砚） 近日，记者在全|市妇女工作会上获悉。|¶围绕学习宣传贯彻，持|续强化思想。
  a2 body      本报讯 今年，我市各级人社部门|统一思想。
  a1 headline  全市妇女工作会召开
  -  section   新闻专递
`);
const spanOf = (words: string) => {
  const from = issue.text.indexOf(words);
  return { from, to: from + words.length };
};

function made(of: Issue, on: Review, edits: readonly Edit[]): Review | null {
  let now = on;
  for (const edit of edits) {
    const applied = apply(of, now, edit);
    if (!applied.ok) return null;
    now = applied.review;
  }
  return now;
}
const edited = (...edits: readonly Edit[]): Review => made(issue, review, edits) ?? review;
const kinds = (theirs: Review, mine = review) => differencesOf(issue, mine, theirs).map(({ kind }) => kind);

/** Mine after every difference that can be taken was taken, one after the other, as the window does; what is left. */
function takeAll(
  of: Issue,
  mine: Review,
  theirs: Review,
): { readonly review: Review; readonly left: readonly Difference[] } {
  let now = mine;
  for (let steps = 0; steps < 400; steps++) {
    const differences = differencesOf(of, now, theirs);
    const next = differences.map(({ edits }) => (edits.length > 0 ? made(of, now, edits) : null)).find(Boolean);
    if (!next) return { review: now, left: differences };
    now = next;
  }
  throw new Error('it never ends');
}

describe('what two readers see otherwise', () => {
  test('a boundary, as one difference, whatever roles its lines have', () => {
    const theirs = edited({ kind: 'assign', span: spanOf('续强化思想。'), to: { article: 'a2', role: 'body' } });
    const [difference] = differencesOf(issue, review, theirs);
    expect(kinds(theirs)).toEqual(['owner']);
    expect(difference).toMatchObject({ span: { from: spanOf('续强化思想。').from }, articles: ['a2', 'a1'] });
    expect(kinds(review, theirs)).toEqual(['owner']);
  });

  test('a role, an article that is new, text outside', () => {
    expect(
      kinds(edited({ kind: 'assign', span: spanOf('全市妇女工作会召开'), to: { article: 'a1', role: 'kicker' } })),
    ).toEqual(['role']);
    const split = edited({ kind: 'split', article: 'a1', at: spanOf('围绕').from, newId: 'a-aaaaaaaa' });
    expect(kinds(split)[0]).toBe('new article');
    expect(kinds(review, split)[0]).toBe('owner');
    expect(kinds(edited({ kind: 'assign', span: spanOf('统一思想。'), to: { outside: 'ad' } }))[0]).toBe('outside');
  });

  test('paragraphs, characters, bylines, the order, the masthead', () => {
    expect(kinds(edited({ kind: 'breakParagraph', at: spanOf('续强化').from }))).toEqual(['break']);
    expect(kinds(edited({ kind: 'joinParagraphs', at: spanOf('围绕').from }))).toEqual(['join']);
    expect(kinds(edited({ kind: 'moveArticle', article: 'a2', before: 'a1' }))).toEqual(['order']);
    expect(kinds(edited({ kind: 'setMasthead', field: 'date', value: '2013-08-19' }))).toEqual(['masthead']);
    const credit = { role: '记者', name: '冯海砚', span: spanOf('冯海砚') };
    expect(kinds(edited({ kind: 'addCredit', article: 'a1', credit }))).toEqual(['bylines']);
    const corrected = edited({ kind: 'correct', span: spanOf('各级'), text: '各地', by: '李' });
    expect(differencesOf(issue, review, corrected)).toMatchObject([
      { kind: 'text', words: { mine: '级', theirs: '地' } },
    ]);
    expect(kinds(edited({ kind: 'supply', article: 'a2', role: 'headline', id: 's', text: '补题' }))).toEqual([
      'supplied',
    ]);
  });

  test('not who made a correction, not states, not notes', () => {
    const by = (name: string) => edited({ kind: 'correct', span: spanOf('各级'), text: '各地', by: name });
    expect(kinds(by('李'), by('周'))).toEqual([]);
    const note = { id: 'n-aaaaaaaa', span: spanOf('各级'), class: 'minor' as const, text: '查' };
    expect(
      kinds(
        edited(
          { kind: 'setState', article: 'a1', state: 'settled' },
          { kind: 'addNote', note },
          { kind: 'settleDoubt', id: 'x', choice: 'other' },
        ),
      ),
    ).toEqual([]);
  });

  test('articles stand for each other by their text, whatever their names', () => {
    const renamed: Review = {
      ...review,
      articles: review.articles.map((one) => ({ ...one, id: `a9${one.id.slice(1)}` })),
    };
    expect([...alignArticles(review, renamed)]).toEqual([
      ['a1', 'a91'],
      ['a2', 'a92'],
    ]);
    expect(kinds(renamed)).toEqual([]);
  });

  test('parts that touch in mine, and articles of nothing but supplied text; all can be taken', () => {
    const second = spanOf('统一思想。');
    const [body] = (findArticle(review, 'a2')?.pieces ?? []).filter((piece) => piece.kind === 'run');
    const { from: start, to: end } = body ?? second;
    const theirs = edited({
      kind: 'arrange',
      article: 'a2',
      parts: [
        { from: second.from, to: end },
        { from: start, to: second.from },
      ],
    });
    expect(kinds(theirs)).toEqual(['parts']);
    expect(takeAll(issue, review, theirs).left).toEqual([]);
    expect(takeAll(issue, theirs, review).left).toEqual([]);
    const supplied = (id: string, words: string): Edit => ({
      kind: 'supply',
      article: id,
      role: 'headline',
      id: 's',
      text: words,
      isNew: true,
    });
    const two = edited(supplied('a-aaaaaaaa', '补题'), supplied('a-bbbbbbbb', '又一题'));
    const doubts = secondDoubts(issue, review, two, '李');
    expect(doubts.map(({ id }) => id)).toEqual([
      'second:supplied a-aaaaaaaa@0-0:李',
      'second:supplied a-bbbbbbbb@0-0:李',
    ]);
    expect(doubts.every(({ id }) => isDifferenceFrom(id, '李'))).toBe(true);
    const all = takeAll(issue, review, two);
    expect(all.left).toEqual([]);
    expect(all.review.articles.map(({ id }) => id)).toEqual(['a1', 'a2', 'a-aaaaaaaa', 'a-bbbbbbbb']);
    // The name may be that of an article of mine.
    expect(takeAll(issue, edited(supplied('a-aaaaaaaa', '我的')), edited(supplied('a-bbbbbbbb', '我的'))).left).toEqual(
      [],
    );
  });

  test('as doubts they keep their names while the place is the same', () => {
    const theirs = edited({ kind: 'breakParagraph', at: spanOf('续强化').from });
    const [doubt] = secondDoubts(issue, review, theirs, '李');
    const at = spanOf('续强化').from;
    expect(doubt).toMatchObject({ id: `second:break@${at}-${at}:李`, kind: 'paragraph', reader: '李' });
  });
});

const TITLES: ReadonlySet<string> = new Set(['kicker', 'headline', 'subhead']);

/** What a review says, whatever its articles are called and whoever made it. */
function pictureOf(of: Issue, on: Review) {
  const articles = on.articles.map((article) => ({
    // A paragraph's start that was left in a title, where none is, reads as a space: nobody decided on it.
    fields: FIELDS.map((field) => {
      const { text } = readField(of, on, article, field);
      return TITLES.has(field) ? text.replaceAll(' ', '') : text;
    }),
    pieces: article.pieces.map((piece) => (piece.kind === 'run' ? piece : { ...piece, id: '' })),
    credits: article.credits,
    dateline: article.dateline,
  }));
  const outside = new Map(
    on.outside.flatMap(({ from, to, role }) => [...Array(to - from).keys()].map((i) => [from + i, role])),
  );
  return { articles, outside, masthead: on.masthead };
}

describe('laws', () => {
  /** A page, and two lives of its proposal. */
  const twoReaders = fc
    .tuple(arbitraryPage, arbitraryDraws, arbitraryDraws)
    .map(([{ issue: of, review: proposed }, a, b]) => {
      const live = (draws: typeof a, salt: number) =>
        draws.reduce((now, draw, i) => {
          const applied = apply(of, now, editFrom(of, now, draw, i + salt));
          return applied.ok ? applied.review : now;
        }, proposed);
      return { of, mine: live(a, 0), theirs: live(b, 100) };
    });

  test('equal reviews do not differ', () => {
    fc.assert(
      fc.property(twoReaders, ({ of, mine }) => {
        expect(differencesOf(of, mine, mine)).toEqual([]);
      }),
    );
  });

  test('taking theirs everywhere gives theirs, by steps that keep every law and every character', () => {
    fc.assert(
      fc.property(twoReaders, ({ of, mine, theirs }) => {
        const all = takeAll(of, mine, theirs);
        expect(checkReview(of, all.review)).toEqual([]);
        const owned = ownersOf(all.review).runs.reduce(
          (sum, { from, to }) => sum + countNonBlank(of.text, from, to),
          0,
        );
        expect(owned).toBe(countNonBlank(of.text));
        expect(all.left).toEqual([]);
        expect(pictureOf(of, all.review)).toEqual(pictureOf(of, theirs));
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
