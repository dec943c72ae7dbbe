import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readLines } from './lines.ts';
import { measuresOf } from './measure.ts';
import { endingOf } from './traits.ts';
import { emOf, unspaced } from './width.ts';

describe('emOf', () => {
  it.each([
    ['市妇女工作会上获悉', 9],
    ['2010年', 3],
    ['“巾帼”', 4],
    ['the end', 3.5],
    ['𠮷野家', 3],
    ['', 0],
  ])('%s is %d em wide', (text, em) => {
    expect(emOf(text)).toBe(em);
  });
});

describe('unspaced', () => {
  it('takes away letter-spacing', () => {
    expect(unspaced('电 厂 投 资 约 为 3500 万 元 到')).toBe('电厂投资约为3500万元到');
  });
  it.each(['本报讯 （记者 冯海砚） 近日，记者在全', '庭 进社区 进学校', 'The bank of England said'])(
    'leaves %s',
    (text) => {
      expect(unspaced(text)).toBe(text);
    },
  );
});

describe('readLines', () => {
  it('counts blank lines, indents and pages', () => {
    const lines = readLines(issueOf('　　一\n\n二\n\f三\n'));
    expect(lines.map(({ number, text, indent, blanks, page }) => [number, text, indent, blanks, page])).toEqual([
      [1, '一', 2, 0, 0],
      [3, '二', 0, 1, 0],
      [4, '三', 0, 0, 1],
    ]);
  });
});

describe('measuresOf', () => {
  it('looks at each side apart', () => {
    const wide = '市妇女工作会上获悉今年全市';
    const lines = readLines(issueOf([wide, wide, '短标题', '全市妇女', '全市妇女'].join('\n')));
    const { before, after } = measuresOf(lines);
    expect([before[2], after[2]]).toEqual([13, 4]);
  });
});

describe('endingOf', () => {
  it.each([
    ['贡献巾帼力量。', 'stop'],
    ['永不过时。”', 'stop'],
    ['本报讯 近日，', 'comma'],
    ['European Commu-', 'hyphen'],
    ['（赵秉昌）', 'bracket'],
    ['近日，记者在全', 'open'],
  ])('%s ends %s', (text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });
});
