/**
 * The credits that a byline names, for bylines that the editor points at. The segmenter finds its own; this reads what
 * a person says is one, so it may be generous.
 *
 *     （记者 冯海砚 通讯员 李小明）      记者 冯海砚 · 通讯员 李小明
 *     张三 摄                        摄影 张三
 *     By Jane Roe and John Doe      by Jane Roe · by John Doe
 */
import type { Span } from '../../shared/model/position.ts';
import type { Credit } from '../../shared/model/review.ts';

interface RoleWord {
  /** The role in the table's normal form. */
  readonly role: string;
  readonly words: RegExp;
}

/** Longer words first: 本报记者 before 记者. */
const BEFORE: readonly RoleWord[] = [
  { role: '记者', words: /(?:本报|本刊|新华社|特派|见习|实习)*记\s*者\s*/uy },
  { role: '通讯员', words: /(?:本报|特约)*通\s*讯\s*员\s*/uy },
  { role: '摄影', words: /(?:摄影(?:报道|记者)?|图片?)[:：\s]*/uy },
  { role: '作者', words: /(?:作者|文|撰文)[:：\s]*/uy },
  { role: '编辑', words: /(?:责任编辑|责编|编辑)[:：\s]*/uy },
  { role: 'by', words: /(?:by|from)\s+/iuy },
  { role: 'photo', words: /(?:photos?|pictures?)(?:\s+by)?[:\s]+/iuy },
];
const AFTER: readonly RoleWord[] = [
  { role: '摄影', words: /[/／\s]*(?:摄影报道|摄影|摄|图)/uy },
  { role: '作者', words: /[/／\s]*文/uy },
];

/** A Chinese name: two to four ideographs, a two-character name padded with a blank, names with · or a lost glyph. */
const HAN = /\p{Script=Han}(?:[ \u3000]?[\p{Script=Han}\ufffd]){1,3}(?:[·•]\p{Script=Han}{1,6})*/uy;
const LATIN_NAME = /\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|von|van|du|la)\s+)?\p{Lu}[\p{L}'’.-]*){0,3}/uy;
const BETWEEN = /[\s()（）、,，;；&|·]+|and\s+|et\s+|und\s+/iuy;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

const roleAt = (words: readonly RoleWord[], text: string, at: number) => {
  for (const { role, words: pattern } of words) {
    const found = matchAt(pattern, text, at);
    if (found) return { role, length: found.length };
  }
  return null;
};

/** A name at `at`; a Chinese one stops before a role word that stands after it: 张三摄. */
function nameAt(text: string, at: number): string | null {
  const latin = matchAt(LATIN_NAME, text, at);
  if (latin) return latin.trimEnd();
  const han = matchAt(HAN, text, at);
  if (!han) return null;
  for (let cut = 2; cut < han.length; cut++) {
    if (roleAt(AFTER, text, at + cut) || roleAt(BEFORE, text, at + cut)) return han.slice(0, cut).trimEnd();
  }
  return han;
}

/** All credits in the span. A name without a role word is the author's. */
export function creditsIn(text: string, span: Span): readonly Credit[] {
  const found: { role: string; from: number; to: number }[] = [];
  const slice = text.slice(0, span.to);
  let role: string | null = null;
  let at = span.from;
  while (at < span.to) {
    const before = roleAt(BEFORE, slice, at);
    const name = before ? null : nameAt(slice, at);
    if (before) {
      role = before.role;
      at += before.length;
    } else if (name) {
      const after = roleAt(AFTER, slice, at + name.length);
      found.push({ role: after?.role ?? role ?? defaultRole(name), from: at, to: at + name.length });
      at += name.length + (after?.length ?? 0);
    } else {
      at += matchAt(BETWEEN, slice, at)?.length ?? 1;
    }
  }
  return found.map(({ role: said, from, to }) => creditOf(text, said, { from, to }));
}

const defaultRole = (name: string) => (/\p{Script=Han}/u.test(name) ? '作者' : 'by');

function creditOf(text: string, role: string, span: Span): Credit {
  const printed = text.slice(span.from, span.to);
  const lost = printed.includes('\ufffd');
  const name = /\p{Script=Han}/u.test(printed) ? printed.replace(/[\s\u3000\ufffd]/gu, '') : printed;
  return { role, name, span, ...(lost ? { incomplete: true as const } : {}) };
}
