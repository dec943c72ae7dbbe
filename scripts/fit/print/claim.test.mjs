import { describe, expect, it } from 'vitest';
import { claimed } from './claim.mjs';

const PIECES = [
  { article: 'a1', role: 'headline', text: '清河大桥 通车' },
  { article: 'a1', role: 'body', text: '本报讯 （记者 王伟）昨日上午，清河大桥正式通车。市民王伟说，过河只要三分钟。' },
  { article: 'a2', role: 'body', text: 'The council voted last night on the new bridge; well-known firms bid.' },
  { article: null, role: 'furniture', text: '清河日报' },
  { article: null, role: 'furniture', text: '第3版' },
];
const owners = (...lines) =>
  claimed(lines, PIECES).map((gold) => (gold ? `${gold.article ?? '-'} ${gold.role}` : null));

describe('whose a printed line is', () => {
  it('that of the piece that holds its text, blanks aside', () =>
    expect(owners('清河大桥通车', '本 报 讯 （记者王伟）昨日上午，', '清河大桥正式通车。')).toEqual([
      'a1 headline',
      'a1 body',
      'a1 body',
    ]));

  it('a short line is taken by the piece that goes on there', () =>
    expect(owners('本报讯（记者王伟）昨日上午，清河大桥正式通车。市民', '王伟')).toEqual(['a1 body', 'a1 body']));

  it('hyphens that the print put in are none of the text, those of the text are', () =>
    expect(owners('The council voted last night on the new brid-', 'ge; well-', 'known firms bid.')).toEqual([
      'a2 body',
      'a2 body',
      'a2 body',
    ]));

  it('a line of two owners is nobody’s, one of several pieces of one owner is theirs', () =>
    expect(owners('清河大桥通车 The council voted', '清河日报 第3版', '第3版清河日报')).toEqual([
      null,
      '- furniture',
      '- furniture',
    ]));

  it('what was not printed is nobody’s', () => expect(owners('晚报', '')).toEqual([null, null]));
});
