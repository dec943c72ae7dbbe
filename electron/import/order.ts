/** Reading orders that files give beside their blocks. */

/** Blocks in the order of the ids; one that is not named stays behind the one that it stood behind. */
export function inOrder<B extends { readonly ids: readonly string[] }>(
  blocks: readonly B[],
  order: readonly string[],
): readonly B[] {
  if (order.length === 0) return blocks;
  const rank = new Map(order.map((id, i) => [id, i]));
  let last = -1;
  const ranked = blocks.map((block) => {
    // The innermost name counts: a region within another may have a place of its own.
    last = rank.get(block.ids.findLast((id) => rank.has(id)) ?? '') ?? last;
    return { block, last };
  });
  return ranked.sort((a, b) => a.last - b.last).map(({ block }) => block);
}
