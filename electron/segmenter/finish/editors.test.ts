import { expect, it } from 'vitest';
import { editorsOf } from './editors.ts';

const of = (...lines: readonly string[]) => editorsOf(lines.map((text) => ({ text })));

it.each([
  ['责编：龙敏校对：宋海', '责编 龙敏, 校对 宋海'],
  ['责任编辑 萧勇佳 版式 蔡波 校对 阎波', '责任编辑 萧勇佳, 版式 蔡波, 校对 阎波'],
  ['责任编辑郝兰泉版式钟怡岩校对沈曦刚', '责任编辑 郝兰泉, 版式 钟怡岩, 校对 沈曦刚'],
  ['编辑/白伟洋 美编/梁林 校对/彭文冬', '编辑 白伟洋, 美编 梁林, 校对 彭文冬'],
  ['本版责编：黎源娜 版式：唐洋娜 E-mail:a@b.example', '责编 黎源娜, 版式 唐洋娜'],
])('%s', (line, editors) => expect(of(line)).toBe(editors));

it.each(['本报编辑部地址：吕梁市', '吕梁日报 2013年8月19日', '编辑', '他当过编辑，后来校对书稿', ''])(
  '%s names nobody',
  (line) => expect(of(line)).toBe(''),
);

it('names each once, over all pages', () => {
  expect(of('责编：龙敏 校对：宋海', '要闻', '责编：罗军 校对：宋海')).toBe('责编 龙敏, 校对 宋海, 责编 罗军');
});
