/**
 * Who made a page, as its editors' line says:
 *
 *     责编：龙敏校对：宋海
 *     责任编辑 萧勇佳 版式 蔡波 校对 阎波
 *     编辑/白伟洋 美编/梁林 校对/彭文冬
 */

/** A duty, and the name of two or three characters after it, up to the next duty or the end of the word. */
const DUTY =
  /(责任编辑|责编|编辑|版式|美编|校对)[\s:：/／]*(\p{sc=Han}{2,3}?)(?=$|[^\p{sc=Han}]|责任编辑|责编|版式|美编|校对)/gu;
const STARTS_WITH_EDITOR = /^\s*(?:本版)?(?:责任编辑|责编|编辑)/u;
/** A newspaper has so many pages that have editors of their own. */
const MOST = 60;

/** `责编 龙敏, 校对 宋海` from the lines that are no article's; empty when none is an editors' line. */
export function editorsOf(lines: readonly { readonly text: string }[]): string {
  const found = new Set<string>();
  for (const { text } of lines) {
    if (!STARTS_WITH_EDITOR.test(text)) continue;
    for (const [, duty, name] of text.matchAll(DUTY)) found.add(`${duty} ${name}`);
  }
  return [...found].slice(0, MOST).join(', ');
}
