import { describe, expect, it } from 'vitest';
import { linesSpan } from '../../shared/model/lines.ts';
import { page } from '../testing/page.ts';
import { situation } from '../testing/situation.ts';
import { otherReview, readingOf } from './readings.ts';

const PAGE = page(`
  a1 body 一
  a1 body 二
  a1 body
  a2 body 三
  a2 body 四
  a2 body 五
  a2 body 六
  a2 body 七
  a2 body 八
  a2 body 九
`);
const drawn = (first: number, last: number, review = PAGE.review) =>
  readingOf(PAGE.issue, review, linesSpan(PAGE.issue.lines, first, last)).map((one) =>
    'left' in one ? `… ${one.left}` : `${one.isInside ? '>' : ' '}${one.line} ${one.article} ${one.text}`,
  );

describe('the readings of a doubt', () => {
  it('show the lines with a neighbour at either side', () => {
    expect(drawn(4, 4)).toEqual([' 2 a1 二', '>4 a2 三', ' 5 a2 四']);
  });

  it('show both ends of a long one', () => {
    expect(drawn(4, 10)).toEqual([' 2 a1 二', '>4 a2 三', '>5 a2 四', '… 2', '>8 a2 七', '>9 a2 八', '>10 a2 九']);
  });

  it('show what the other reading would make of them', () => {
    const { history } = situation(PAGE, 4);
    const other = otherReview(history, [{ kind: 'merge', article: 'a2', into: 'a1' }]);
    expect(other && drawn(4, 4, other)).toEqual([' 2 a1 二', '>4 a1 三', ' 5 a1 四']);
    expect(otherReview(history, [{ kind: 'merge', article: 'a9', into: 'a1' }])).toBeNull();
  });
});
