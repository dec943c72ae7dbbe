import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../edits/apply.ts';
import { checkReview } from '../model/check.ts';
import type { Issue, Review } from '../model/review.ts';
import { readField } from '../reading/reading.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { matchesIn } from './matches.ts';
import { compile, expand, type Query } from './pattern.ts';
import { replaceEdits } from './replace.ts';
import { rawSpans, sourcesOf, type Where } from './sources.ts';

const query = (text: string, options: Partial<Query> = {}): Query => ({
  text,
  isRegExp: false,
  matchCase: true,
  wholeWord: false,
  ...options,
});

const found = (text: string, wanted: Query): readonly string[] => {
  const matches = matchesIn([text], wanted, '', 100);
  if (!matches.ok) throw new Error(matches.detail);
  return matches.hits.map(({ from, to }) => `${from}:${text.slice(from, to)}`);
};

describe('finding', () => {
  it.each<[string, Query, readonly string[]]>([
    ['a.b axb', query('a.b'), ['0:a.b']],
    ['Ottawa OTTAWA', query('ottawa', { matchCase: false }), ['0:Ottawa', '7:OTTAWA']],
    ['the other the', query('the', { wholeWord: true }), ['0:the', '10:the']],
    ['市妇女工作会', query('妇女', { wholeWord: true }), ['1:妇女']],
    ['使用PPT课件', query('PPT', { wholeWord: true }), ['2:PPT']],
    ['𠮷野家', query('.', { isRegExp: true }), ['0:𠮷', '2:野', '3:家']],
    ['3 月 10 日', query('(\\d+) 月', { isRegExp: true }), ['0:3 月']],
    ['cat|dog', query('cat|dog', { isRegExp: true, wholeWord: true }), ['0:cat', '4:dog']],
  ])('%s by %j', (text, wanted, hits) => expect(found(text, wanted)).toEqual(hits));

  it.each<[string, Query]>([
    ['Ottawa', query('ottawa')],
    ['another', query('other', { wholeWord: true })],
    ['two\nlines', query('two\\slines', { isRegExp: true })],
    ['anything', query('')],
    ['anything', query('x*', { isRegExp: true })],
  ])('finds nothing: %j by %j', (text, wanted) => expect(found(text, wanted)).toEqual([]));

  it.each(['(', 'a)(b', '[z-a]', '\\p{Nonsense}', '(?<x'])('%s is no regular expression', (text) => {
    expect(compile(query(text, { isRegExp: true }))).toMatchObject({ ok: false });
  });

  it('stops where it is told to, and says so', () => {
    expect(matchesIn(['aaaa'], query('a'), '', 3)).toMatchObject({ ok: true, isCut: true, hits: { length: 3 } });
    expect(matchesIn(['aaa'], query('a'), '', 3)).toMatchObject({ isCut: false });
  });

  it('finds words that a line end cuts, in the reading only', () => {
    const { issue, review } = page('a1 body 近日，记者在全|市妇女工作会上获悉。');
    const hits = (where: Where) => {
      const sources = sourcesOf(issue, review, where);
      const matches = matchesIn(
        sources.map(({ text }) => text),
        query('全市妇女'),
        '',
        10,
      );
      const [hit] = matches.ok ? matches.hits : [];
      const source = hit && sources[hit.text];
      return source ? rawSpans(issue, source, hit.from, hit.to) : [];
    };
    expect(hits('raw')).toEqual([]);
    expect(hits('reading')).toEqual([
      { from: 6, to: 7 },
      { from: 8, to: 11 },
    ]);
  });
});

describe('what stands instead', () => {
  it('is expanded as String.replace does', () => {
    const template = fc.array(
      fc.constantFrom('$', '$$', '$&', '$1', '$2', '$3', '$12', '$0', '$<b>', '$<c>', 'x', '>'),
    );
    fc.assert(
      fc.property(template, fc.constantFrom('ab', 'b', '月日', 'aab'), (parts, text) => {
        const [wanted, instead] = [/(a|月)?(?<b>b|日)/gu, parts.join('')];
        const own = text.replace(wanted, (...found) => {
          const match = [...text.matchAll(wanted)].find(({ index }) => index === found.at(-3));
          return match ? expand(instead, match, true) : '';
        });
        expect(own).toBe(text.replace(wanted, instead));
      }),
    );
  });

  it('is taken as it is for plain text', () => {
    const matches = matchesIn(['a'], query('a'), '$&$1', 1);
    expect(matches).toMatchObject({ hits: [{ instead: '$&$1' }] });
  });
});

/** Replaces all hits and gives the review after it. */
function replaced(issue: Issue, review: Review, where: Where, wanted: Query, instead: string) {
  const sources = sourcesOf(issue, review, where);
  const matches = matchesIn(
    sources.map(({ text }) => text),
    wanted,
    instead,
    1000,
  );
  if (!matches.ok) throw new Error(matches.detail);
  const replacement = replaceEdits(issue, review, sources, matches.hits, { newId: () => 'a-newnewne' });
  let now = review;
  for (const edit of replacement.edits) {
    const made = apply(issue, now, edit);
    if (!made.ok) throw new Error(made.why);
    now = made.review;
  }
  return { now, sources, replacement };
}

describe('replacing', () => {
  const body = (issue: Issue, review: Review) => {
    const [article] = review.articles;
    return article ? readField(issue, review, article, 'body').text : '';
  };

  it('over a line end: the text stands in the first line, the rest is taken away', () => {
    const { issue, review } = page('a1 body 近日，记者在全|市妇女工作会上获悉。');
    const { now } = replaced(issue, review, 'reading', query('全市'), '本市的');
    expect(body(issue, now)).toBe('近日，记者在本市的妇女工作会上获悉。');
    for (const { span } of now.corrections) expect(issue.text.slice(span.from, span.to)).not.toContain('\n');
  });

  it('hits that touch, and hits in a supplement', () => {
    const { issue, review } = page('a1 body 啊啊啊啊。');
    expect(body(issue, replaced(issue, review, 'reading', query('啊啊'), '哦').now)).toBe('哦哦。');
    const supplied = apply(issue, review, {
      kind: 'supply',
      article: 'a1',
      role: 'headline',
      id: 's1',
      text: '题题题',
    });
    if (!supplied.ok) throw new Error(supplied.why);
    const { now } = replaced(issue, supplied.review, 'reading', query('题'), '文字');
    const [article] = now.articles;
    expect(article && readField(issue, now, article, 'headline').text).toBe('文字文字文字');
  });

  it('what reads so already is left, and said', () => {
    const { issue, review } = page('a1 body 一二三。');
    expect(replaced(issue, review, 'raw', query('二'), '二').replacement).toMatchObject({
      edits: [],
      count: 0,
      refused: 1,
    });
  });

  it('by edits reads as the string replaced; the laws of a review hold', () => {
    const wanted = fc.constantFrom(
      '，',
      '市',
      '日',
      'the',
      'a',
      '本报',
      '记者 罗',
      '野',
      '14日',
      'O[a-z]+',
      '.[市日]',
      '\\w',
    );
    const instead = fc.constantFrom('', '字', '𠮷𠮷', 'xy', '$&$&');
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, wanted, instead, ({ issue, review }, draws, text, into) => {
        let edited = review;
        draws.forEach((draw, i) => {
          const made = apply(issue, edited, editFrom(issue, edited, draw, i));
          if (made.ok) edited = made.review;
        });
        const isRegExp = /[[\\.]/u.test(text);
        const { now, sources, replacement } = replaced(issue, edited, 'reading', query(text, { isRegExp }), into);
        expect(checkReview(issue, now)).toEqual([]);
        if (replacement.refused > 0) return;
        for (const source of sources) {
          if (source.kind === 'raw') continue;
          const article = now.articles.find(({ id }) => id === source.article);
          const compiled = compile(query(text, { isRegExp }));
          if (!compiled.ok) throw new Error('the pattern does not compile');
          const one = isRegExp ? into : () => into;
          // The two forms of `replace` have no common signature.
          const expected = source.text.split('\n').map((line) => line.replace(compiled.pattern, one as string));
          // An article of nothing but supplied text goes when that is replaced by nothing.
          const reads = article ? readField(issue, now, article, source.field).text : '';
          expect(parts(reads)).toEqual(parts(expected.join('\n')));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Paragraphs without the blanks around them, which the model does not keep, and without those that are empty. */
const parts = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
