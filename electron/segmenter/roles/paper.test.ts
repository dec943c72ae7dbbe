import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import type { Review } from '../../../shared/model/review.ts';
import { knownLines, linesIn } from '../../../shared/words/lines.ts';
import { learn, type Word, type WordList } from '../../../shared/words/list.ts';
import { segmentToExplain } from '../segment.ts';

const list = (...words: Word[]): WordList => ({ format: 1, paper: '清河日报', words });
const word = (text: string, kind: Word['kind'], count = 2): Word => ({ text, kind, count });

const TEXT = '清河日报 2013年8月19日 第三版\n本报讯 昨日召开全市大会，部署工作。\n全市大会召开\n记者手记\n';

/** A review whose first line is furniture and last line a section. */
function review(state: 'settled' | 'in review'): Review {
  const end = TEXT.indexOf('本报讯');
  const section = TEXT.indexOf('记者手记');
  return {
    length: TEXT.length,
    articles: [
      { id: 'a1', state, pieces: [{ kind: 'run', from: end, to: section, role: 'body' }], credits: [], dateline: null },
    ],
    outside: [
      { from: 0, to: end, role: 'furniture', by: 'rule' },
      { from: section, to: TEXT.length, role: 'section', by: 'editor' },
    ],
    breaks: [],
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
  } as unknown as Review; // what a review has beside is nothing to this
}

describe('what settled issues teach', () => {
  it('is their titles and running heads, with numbers that change left open', () => {
    expect(linesIn(issueOf(TEXT), review('settled'))).toEqual([
      { text: '清河日报 #年#月#日 第#版', kind: 'furniture', count: 1 },
      { text: '记者手记', kind: 'section', count: 1 },
    ]);
  });

  it('is nothing while an article is not settled', () => {
    expect(linesIn(issueOf(TEXT), review('in review'))).toEqual([]);
  });

  it('is counted issue by issue, apart from words of the same spelling', () => {
    const seen = [word('生活', 'section', 1)];
    const twice = learn(learn([word('生活', 'name', 5)], seen), seen);
    expect(twice).toEqual([word('生活', 'name', 5), word('生活', 'section', 2)]);
  });
});

describe('a known line', () => {
  const roleOf = knownLines(
    list(
      word('清河日报 #年#月#日 第#版', 'furniture'),
      word('记者手记', 'section', 0),
      word('一次', 'section', 1),
      word('沈若溪', 'name', 9),
    ),
  );
  it.each([
    ['清河日报2014年10月2日　第十二版', 'furniture'],
    ['记 者 手 记', 'section'],
    ['一次', null],
    ['沈若溪', null],
    ['清河日报', null],
    [`记者手记${'长'.repeat(60)}`, null],
  ])('%s: %s', (line, role) => expect(roleOf(line)).toBe(role));

  it('seen as two things is what it was more often, or what a person says', () => {
    expect(knownLines(list(word('生活', 'section', 3), word('生活', 'furniture', 9)))('生活')).toBe('furniture');
    expect(knownLines(list(word('生活', 'furniture', 9), word('生活', 'section', 0)))('生活')).toBe('section');
  });
});

describe('a proposal with a profile', () => {
  const BODY = '本报讯 昨日，全市召开大会，部署下一阶段的重点工作，要求各部门抓好落实。\n';
  const text = `望河随笔\n全市大会召开\n${BODY.repeat(6)}`;
  const profile = list(word('望河随笔', 'section'));

  it('takes a known title for one, and its evidence names the paper', () => {
    const { segmentation, explain } = segmentToExplain(text, { paper: profile });
    const { outside } = segmentation.proposal.review;
    expect(segmentToExplain(text).segmentation.proposal.review.outside).toEqual([]);
    expect(outside.map(({ role, from }) => [role, from])).toEqual([['section', 0]]);
    const rule = 'paper profile: 清河日报, section';
    expect(segmentation.evidence).toContainEqual({ stage: 'roles', rule, span: { from: 0, to: 4 }, weight: 4 });
    expect(explain({ from: 0, to: 1 }).map((one) => one.rule)).toContain(rule);
  });

  it('is the same as without one where no line is known', () => {
    const without = segmentToExplain(text).segmentation;
    expect(segmentToExplain(text, { paper: list(word('他处', 'section')) }).segmentation).toEqual(without);
  });
});
