/**
 * Whose a line is that was read back from print: found by its text, blanks and soft hyphens aside. A short line that
 * stands in several pieces is taken by the one that goes on where it was left.
 */
const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad]/gu, '');

/**
 * `{ article, role }` of each line, null where a line is of two owners or of none.
 * @param lines texts of lines
 * @param pieces `{ article, role, text }`, what was printed
 */
export function claimed(lines, pieces) {
  const sources = pieces.map(({ article, role, text }) => ({ article, role, text: bare(text), at: 0 }));
  let last = null;
  return lines.map((line) => {
    const text = bare(line);
    const owners = ownersOf(text, sources, last) ?? ownersOf(text.replace(/-$/u, ''), sources, last) ?? [];
    const [first] = owners;
    if (!first || owners.some(({ article, role }) => article !== first.article || role !== first.role)) return null;
    last = owners.at(-1);
    return { article: first.article, role: first.role };
  });
}

/** The piece that holds the line, or the whole pieces that it is made of; null where there is none. */
function ownersOf(text, sources, last) {
  const one = ownerOf(text, sources, last);
  if (one) return [one];
  const first = sources.find((source) => source.text && text.startsWith(source.text));
  const rest = first && ownersOf(text.slice(first.text.length), sources, first);
  return rest ? [first, ...rest] : null;
}

function ownerOf(text, sources, last) {
  if (!text) return null;
  const goesOn = (source) => source.text.startsWith(text, source.at);
  const fresh = sources.filter((source) => source.at < source.text.length);
  const source =
    (last && goesOn(last) ? last : null) ??
    fresh.find((one) => goesOn(one) && (text.length > 3 || one.text.length === text.length)) ??
    fresh.find(goesOn) ??
    sources.find((one) => one.text.includes(text));
  if (!source) return null;
  source.at = (goesOn(source) ? source.at : source.text.indexOf(text)) + text.length;
  return source;
}
