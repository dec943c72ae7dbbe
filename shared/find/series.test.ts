import { describe, expect, it } from 'vitest';
import { apply } from '../edits/apply.ts';
import { page } from '../testing/page.ts';
import { pairOf, seriesOf } from './series.ts';

/** What the correction of `wrong` to `right` at its first place offers: `!` where the context is like. */
function offered(notation: string, wrong: string, right: string): readonly string[] | null {
  const { issue, review } = page(notation);
  const from = issue.text.indexOf(wrong);
  const made = apply(issue, review, { kind: 'correct', span: { from, to: from + wrong.length }, text: right });
  if (!made.ok) throw new Error(made.why);
  const [correction] = made.review.corrections;
  const pair = correction && pairOf(issue, correction);
  if (!pair) return null;
  const { hits, like } = seriesOf(issue, made.review, pair, 100);
  return hits.map((hit) => {
    const around = `${issue.text.slice(Math.max(hit.from - 1, 0), hit.from)}[${hit.instead}]${issue.text.charAt(hit.to)}`;
    return `${like.has(hit) ? '!' : ''}${around.replace('\n', '')}`;
  });
}

describe('a series', () => {
  it.each<[string, string, string, readonly string[] | null]>([
    // One character: alike with one neighbour, the others to be looked at.
    ['a1 body 问题己经解决，工程己经完工，自己知道，己知。', '己', '已', ['!程[已]经', '自[已]知', '，[已]知']],
    // A word, whole: not in a longer one, nor where it is corrected.
    ['a1 body tbe end of tbe war, tbey said', 'tbe', 'the', ['! [the] ']],
    ['a1 body govemment and govemments and govemment', 'm', 'rn', ['! [government]']],
    // A blank that nobody printed.
    ['a1 body 11 月，12 月，第 一', ' ', '', ['![]月', '第[]一']],
    // A letter that was left out.
    ['a1 body goverment or goverment', 'goverment', 'government', ['! [government]']],
    // Nothing of furniture.
    ['a1 body 己经\n- furniture 己经', '己', '已', []],
  ])('%s', (notation, wrong, right, expected) => {
    expect(offered(notation, wrong, right)?.map((hit) => hit.replace(/^(!?)\d(?=\[)/, '$1'))).toEqual(expected);
  });

  it('there is none of joined lines and new paragraphs', () => {
    expect(offered('a1 body 一二三', '二', '二\n')).toBeNull();
    expect(offered('a1 body Vene-|zuela', '-', '\u2060')).toBeNull();
  });
});
