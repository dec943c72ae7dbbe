/** Hits in the raw text: drawn over the rows that are on the screen, with the CSS Custom Highlight API. */
import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';
import { canDraw, highlightOf } from '../article/highlights.ts';
import type { MarkKind } from '../article/marks.ts';
import { type Find, type Found, spansOf } from './find.ts';

/** The hits' places in the raw text, sorted by place; `now`: of the hit that is shown. */
export interface RawHit extends Span {
  readonly now: boolean;
}

const known = new WeakMap<Found, readonly (readonly Span[])[]>();

/** The places of all hits; made once for what was found. */
export function rawHits(issue: Issue, { found, at }: Find): readonly RawHit[] {
  if (!found) return [];
  const places = known.get(found) ?? found.hits.map((hit) => spansOf(issue, found, hit));
  known.set(found, places);
  return places
    .flatMap((spans, i) => spans.map(({ from, to }): RawHit => ({ from, to, now: i === at })))
    .sort((a, b) => a.from - b.from);
}

/** Draws the hits over the rows in `root`: elements with `data-from` that hold one text node. Returns the undoing. */
export function drawRawHits(root: HTMLElement, hits: readonly RawHit[]): () => void {
  if (!canDraw() || hits.length === 0) return () => undefined;
  const drawn: { readonly kind: MarkKind; readonly range: Range }[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('[data-from]')) {
    const node = element.firstChild;
    if (!(node instanceof Text)) continue;
    const from = Number(element.dataset.from);
    for (let i = firstAfter(hits, from); i < hits.length; i++) {
      const hit = hits[i];
      if (!hit || hit.from >= from + node.length) break;
      const range = root.ownerDocument.createRange();
      range.setStart(node, Math.max(hit.from - from, 0));
      range.setEnd(node, Math.min(hit.to - from, node.length));
      const kind = hit.now ? 'found-now' : 'found';
      highlightOf(kind).add(range);
      drawn.push({ kind, range });
    }
  }
  return () => {
    for (const { kind, range } of drawn) highlightOf(kind).delete(range);
  };
}

/** Index of the first hit that ends after `at`. Hits do not overlap. */
function firstAfter(hits: readonly RawHit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
