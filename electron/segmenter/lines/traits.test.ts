import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from './sheet.ts';

const signsOf = (line: string) => readSheet(issueOf(`${line}\n`)).traits[0]?.signs ?? {};

describe('signs of a line', () => {
  it.each(['新华社上海 12 月9日电 （记者毛阳', '网易汽车综合9 月16 日报道 中秋', '7 月 19 日讯昨日，市财政局'])(
    'are seen through the blanks round digits: %s',
    (line) => {
      expect(signsOf(line).opener?.weight).toBe(1);
    },
  );

  it('are not made by closing up other blanks', () => {
    expect(signsOf('他在 12 月的会议上说，电价还会上涨').opener).toBeUndefined();
  });
});
