import { describe, expect, it } from 'vitest';
import { creditsInChinese } from './chinese-text.ts';

/** Credits as `role name`, `?` behind a name that lost a glyph; their places must hold the name. */
const read = (text: string): readonly string[] =>
  creditsInChinese(text).map((c) => {
    expect(text.slice(c.from, c.to).replace(/[\s\ufffd]/gu, '')).toBe(c.name);
    return `${c.role} ${c.name}${c.incomplete ? '?' : ''}`;
  });

describe('names in Chinese text', () => {
  it.each<[string, readonly string[]]>([
    ['本报讯 （记者 罗洋） 近日，记者在全市工作会上获悉', ['记者 罗洋']],
    ['本报讯 （记者 罗洋 通讯员 梁 ）春风送暖', ['记者 罗洋', '通讯员 梁?']],
    ['本报讯（记者罗洋通讯员杨晋）春风送暖', ['记者 罗洋', '通讯员 杨晋']],
    ['本报讯（记者 汪梅 王 雅）春风', ['记者 汪梅', '记者 王雅']],
    ['新华社西安3月21日电（记者孙英、袁立佑）据报道', ['记者 孙英', '记者 袁立佑']],
    ['新华社西安3月21日电（记者侯英沈霞春）据报道', ['记者 侯英', '记者 沈霞春']],
    ['本 报 讯 （ 记 者 龚 东 然 ） 在 东 山', ['记者 龚东然']],
    ['本报讯（记者 韦\ufffd 通讯员 赵立）昨日', ['记者 韦?', '通讯员 赵立']],
    ['本报讯 （者 侯曦冬）记者从市里获悉', ['记者 侯曦冬']],
    ['本报讯 记者 赵博 通讯员 曹明）钛是', ['记者 赵博', '通讯员 曹明']],
    ['本报讯 记者 赵博 报道：昨日', ['记者 赵博']],
    ['镇里的煤电企业等。（邹秋）', ['作者 邹秋']],
    ['镇里的煤电企业等。（记者 邹秋）', ['记者 邹秋']],
    ['镇里的煤电企业等。（汤 ）', ['作者 汤?']],
    ['瓶颈就是终端匮乏。崔子 摄', ['摄影 崔子']],
    ['效果更好。（本报记者朱 永摄）', ['摄影 朱永']],
    ['学习数量经济学。（记者 刘国 摄影报道）', ['摄影 刘国']],
    ['昨日在京闭幕。（据新华社）', ['来源 新华社']],
    ['（记者 阿依古丽·买买提）昨日', ['记者 阿依古丽·买买提']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    '记者在全市妇女工作会上获悉，今年',
    '全国记者协会昨日成立（详见第二版）',
    '7月20日电记者20日从公司获悉',
    '这名女子叫芳芸（化名），前夫是个木匠。',
    '公司副总裁（亚太区）表示',
    '上海光明食品（集团）有限公司',
    '（记者注：此处有误）',
    '会上有记者提问。（完）',
    '出租公司前身是（香港）',
    '图为活动现场（资料图片）',
    '',
  ])('none in: %s', (text) => expect(read(text)).toEqual([]));

  it('finds a lone name at the end only', () => {
    expect(read('名单如下（邹秋）昨日公布。')).toEqual([]);
  });
});
