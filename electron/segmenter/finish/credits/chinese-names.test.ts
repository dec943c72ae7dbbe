import { describe, expect, it } from 'vitest';
import { isChineseName, splitNames } from './chinese-names.ts';

describe('isChineseName', () => {
  it.each(['罗丽', '冯海砚', '欧阳文山', '阿依古丽·买买提', '陳大文'])('%s', (name) =>
    expect(isChineseName(name)).toBe(true),
  );
  it.each(['梁', '集团', '在全市', '从市里', '连线', '东山镇政府', '亚太区', '', 'Smith'])('not %s', (name) =>
    expect(isChineseName(name)).toBe(false),
  );
});

describe('splitNames', () => {
  it.each([
    ['罗丽', ['罗丽']],
    ['冯海砚', ['冯海砚']],
    ['欧阳文山', ['欧阳文山']],
    ['李强王伟', ['李强', '王伟']],
    ['李强王大伟', ['李强', '王大伟']],
    ['王大伟李小强', ['王大伟', '李小强']],
    ['李强王伟张三丰', ['李强', '王伟', '张三丰']],
  ])('%s', (run, names) => expect(splitNames(run)).toEqual(names));

  it('finds none in text', () => expect(splitNames('从全市妇女工作会上获悉')).toBeNull());
});
