/**
 * What real pages have beside well-set text: lines that a scan ran together or tore, text that a cleaning program re-flowed,
 * tables. Put into the variant pages (`variants.mjs`); `page` is their page maker, whose random numbers are used.
 */

/**
 * The lines as a scan leaves them: two run together now and then, one torn in two; or cleaned by a program that takes a line
 * with a small first letter for the rest of the line above:
 *
 *     The council voted last night
 *     On Monday the works for the new bridge will be­ gin, which are to last until May and cost
 *     Liège more than any before.
 */
export function ragged(lines, page) {
  if (page.joined === 0 && !page.reflowed) return lines;
  const result = [];
  for (const line of lines) {
    const last = result.at(-1);
    const text = line.role === 'body' || line.role === 'caption';
    const at = line.text.indexOf(' ', Math.floor(line.text.length * page.random()));
    const goesOn = text && last?.role === line.role && last.article === line.article;
    if (goesOn && page.reflowed && /^\p{Ll}/u.test(line.text) && page.random() < 0.95)
      last.text = `${last.text.replace(/-$/u, '\u00ad')} ${line.text}`;
    else if (goesOn && page.random() < page.joined)
      last.text += (page.cjk || last.text.endsWith('-') ? '' : ' ') + line.text;
    else if (text && at > 0 && page.random() < page.torn)
      result.push({ ...line, text: line.text.slice(0, at) }, { ...line, text: line.text.slice(at + 1) });
    else result.push({ ...line });
  }
  return result;
}

const CONFUSED = { 的: '旳', 大: '太', 日: '曰', 未: '末', 人: '入', 己: '已', e: 'c', l: '1', o: '0', h: 'b' };

/** What recognition makes of a character: one that is confused with it, nothing, or another of its kind. */
function misread(c, random) {
  if (CONFUSED[c]) return CONFUSED[c];
  if (random() < 0.4) return '';
  if (/\p{Script=Han}/u.test(c)) return String.fromCodePoint(c.codePointAt(0) ^ (1 + Math.floor(random() * 6)));
  if (/[a-z]/.test(c)) return String.fromCharCode(97 + Math.floor(random() * 26));
  return /\d/.test(c) ? String(Math.floor(random() * 10)) : c;
}

/** The text with errors of recognition, at `rate` (0–1) a character. */
export const scanned = (text, rate, random) =>
  rate === 0 ? text : [...text].map((c) => (random() < rate ? misread(c, random) : c)).join('');

/** Index, results, temperatures: names and numbers, with leaders or a cell a line. */
export function tableBlock(page) {
  const names = namesIn(page);
  const style = page.pick(['leaders', 'cells', 'cells', 'hours']);
  const number = () => String(Math.floor(page.between(1, 120)));
  const rows = Array.from({ length: 3 + Math.floor(page.random() * 9) }, (_, k) => {
    const name = style === 'hours' ? hour(k, page.cjk) : page.pick(names);
    if (style === 'leaders')
      return [`${name}${'.'.repeat(Math.floor(page.between(4, 30)))}${page.random() < 0.5 ? ' ' : ''}${number()}`];
    return page.random() < 0.6 ? [name, number()] : [`${name} ${number()}`];
  });
  const heading = style === 'hours' ? [] : [page.pick(names).toUpperCase()];
  const lines = [...heading, ...rows.flat()];
  return [{ kind: 'out', lines: lines.map((text) => ({ text, article: null, role: 'furniture' })) }];
}

const hour = (k, cjk) => (cjk ? `${k + 5} 时` : `${1 + (k % 12)} ${k < 7 ? 'a.m.' : 'p.m.'}`);

/** Names of places and persons out of the articles: words with a capital, or short clauses. */
function namesIn({ material, cjk }) {
  const text = material.articles.flatMap(({ body }) => body).join(' ');
  const found = cjk
    ? text.match(/(?<=[，。、])\p{Script=Han}{2,5}(?=[，。、])/gu)
    : text.match(/(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})?/g);
  return found ?? ['—'];
}
