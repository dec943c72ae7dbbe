/**
 * The hits of a pattern in texts. For a regular expression lines (paragraphs of a reading) are searched one by one, so
 * that no hit holds a line end; plain text is looked for in one go, its line end being found nowhere. A pattern that never comes to an end is not stopped in here: that takes another thread (renderer/find/search.ts).
 */
import { compile, expand, type Query } from './pattern.ts';

/** A hit: `[from, to)` of the text with number `text`, never empty, never over a line end. */
export interface Match {
  readonly text: number;
  readonly from: number;
  readonly to: number;
  /** What it shall read instead. */
  readonly instead: string;
}

export type Matches =
  /** `isCut`: there are more than were asked for. */
  | { readonly ok: true; readonly hits: readonly Match[]; readonly isCut: boolean }
  /** The query is no regular expression. */
  | { readonly ok: false; readonly detail: string };

/** The hits in `texts`, in order; at most `most` of them. */
export function matchesIn(texts: readonly string[], query: Query, replacement: string, most: number): Matches {
  const compiled = compile(query);
  if (!compiled.ok) return compiled;
  const hits: Match[] = [];
  if (query.text === '' || (!query.isRegExp && query.text.includes('\n'))) return { ok: true, hits, isCut: false };
  for (const [number, text] of texts.entries()) {
    for (const { from, line } of query.isRegExp ? linesOf(text) : [{ from: 0, line: text }]) {
      for (const match of line.matchAll(compiled.pattern)) {
        if (match[0] === '') continue;
        if (hits.length >= most) return { ok: true, hits, isCut: true };
        const at = from + match.index;
        hits.push({
          text: number,
          from: at,
          to: at + match[0].length,
          instead: expand(replacement, match, query.isRegExp),
        });
      }
    }
  }
  return { ok: true, hits, isCut: false };
}

function* linesOf(text: string): Generator<{ readonly from: number; readonly line: string }> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { from, line: text.slice(from, to) };
    from = to + 1;
  }
}
