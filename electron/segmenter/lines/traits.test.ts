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

describe('a signature over a line end', () => {
  const closerOf = (above: string, below: string) =>
    readSheet(issueOf(`${above}\n${below}\n`)).traits[1]?.signs.closer?.weight ?? 0;

  it.each([
    ['分享受这款车的“性价”盛宴。（记', '者尹波）'],
    ['站取关键词的服务，关闭时间为9 月28 日。（记', '者汤平远）'],
  ])('closes a text: %s | %s', (above, below) => expect(closerOf(above, below)).toBe(1));

  it.each([
    ['what stands in brackets is no name', '由国家发展改革委（发', '改委）牵头，'],
    ['it was not begun', '分享受这款车的盛宴。', '者尹波）的说法'],
  ])('none: %s', (_, above, below) => expect(closerOf(above, below)).toBeLessThan(1));
});
