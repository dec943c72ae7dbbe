import { describe, expect, it } from 'vitest';
import type { Correction } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { type Page, page } from '../../shared/testing/page.ts';
import { after, situation } from '../testing/situation.ts';
import type { Situation } from './command.ts';
import { takeOtherAlike } from './doubts.ts';
import { commandOf } from './table.ts';

const drawn = page(`
  a1 body 一,二,三。
  a2 body 四,五。
`);
const { text } = drawn.issue;
const commas = [...text.matchAll(/,/g)].map(({ index }) => index);

const at = (index: number) => ({ from: index, to: index + 1 });
const doubt = (index: number, article: string): Doubt => ({
  id: `finish:half-width@${index}-${index + 1}`,
  kind: 'character',
  span: at(index),
  articles: [article],
  why: { key: 'halfWidth' },
  confidence: 0.4,
  other: [{ kind: 'correct', span: at(index), text: '，', by: 'machine' }],
  evidence: [],
});
const [first = 0, second = 0, third = 0] = commas;
const doubts = [doubt(first, 'a1'), doubt(second, 'a1'), doubt(third, 'a2')];

/** One correction of the machine in a1, one of a person in a2; comma and full stop. */
const corrections: readonly Correction[] = [
  { span: at(text.indexOf('。')), text: '！', by: 'machine' },
  { span: at(text.lastIndexOf('。')), text: '？', by: '李' },
];
const review = { ...drawn.review, corrections };
const corrected: Page = { ...drawn, review, proposal: { ...drawn.proposal, review, doubts } };

const on = (line: number, state: Parameters<typeof situation>[3] = {}) =>
  situation(corrected, line, line, { settings: { ...situation(corrected, 1).state.settings, person: '王' }, ...state });

function run(id: string, where: Situation) {
  const act = commandOf(id)?.act(where) ?? null;
  if (!act) return null;
  const { corrections: list, doubtsSettled } = after(where, act);
  return {
    reads: list.map(({ span, text: reads, by }) => `${span.from}${reads}${by}`),
    settled: Object.values(doubtsSettled),
    count: act.done?.values?.count,
  };
}

const [machine, person] = corrections.map(({ span }) => span.from);

describe('one by one', () => {
  it('a suggestion under the caret is taken', () => {
    expect(run('correction.accept', on(1, { pane: 'article', mark: { suggestion: doubts[1] as Doubt } }))).toEqual({
      reads: [`${second}，machine`, `${machine}！machine`, `${person}？李`],
      settled: ['other'],
      count: 1,
    });
  });

  it('or left as it reads', () => {
    expect(
      run('correction.reject', on(1, { pane: 'article', mark: { suggestion: doubts[1] as Doubt } })),
    ).toMatchObject({
      settled: ['accepted'],
      count: 1,
    });
  });

  it('in the raw pane the selected lines count; in the editor nothing does without a mark', () => {
    expect(run('correction.accept', on(1))).toMatchObject({ settled: ['other', 'other'], count: 3 });
    expect(run('correction.reject', on(2))).toMatchObject({ reads: [`${machine}！machine`], count: 2 });
    expect(run('correction.accept', on(1, { pane: 'article' }))).toBeNull();
  });
});

describe('all at once', () => {
  it.each<[string, number, readonly string[] | null, number]>([
    ['correction.acceptMachine.article', 1, [`${machine}！王`, `${person}？李`], 1],
    ['correction.acceptMachine.issue', 2, [`${machine}！王`, `${person}？李`], 1],
    ['correction.acceptMachine.article', 2, null, 0],
    ['correction.revertMachine.article', 1, [`${person}？李`], 1],
    ['correction.revertPeople.article', 1, null, 0],
    ['correction.revertPeople.issue', 1, [`${machine}！machine`], 1],
  ])('%s on line %i', (id, line, reads, count) => {
    const made = run(id, on(line));
    if (reads === null) expect(made).toBeNull();
    else expect(made).toMatchObject({ reads, count });
  });

  it('suggestions of the article, of the issue', () => {
    expect(run('correction.takeSuggestions.article', on(1))?.settled).toEqual(['other', 'other']);
    expect(run('correction.takeSuggestions.issue', on(1))?.settled).toHaveLength(3);
    expect(run('correction.leaveSuggestions.article', on(2))?.settled).toEqual(['accepted']);
  });

  it('the other reading of all like the doubt that is shown; never of boundaries', () => {
    const shown = on(1, { doubts, doubt: doubts[0]?.id ?? null });
    expect(Object.values(after(shown, takeOtherAlike(shown)).doubtsSettled)).toEqual(['other', 'other', 'other']);
    const boundary = doubts.map((one): Doubt => ({ ...one, kind: 'boundary' }));
    expect(takeOtherAlike(on(1, { doubts: boundary, doubt: doubts[0]?.id ?? null }))).toBeNull();
  });
});
