/** Bags of terms and how much of one another they hold, weighted by rarity. */

/** Term → how often. */
export type Bag = ReadonlyMap<number, number>;

export function bagOf(lists: Iterable<readonly number[]>): Map<number, number> {
  const bag = new Map<number, number>();
  for (const list of lists) for (const term of list) bag.set(term, (bag.get(term) ?? 0) + 1);
  return bag;
}

/** Share (0–1) of the weight of `inner`'s terms that `outer` has too; 0 for an empty bag. */
export function coverage(inner: Bag, outer: Bag, weight: Float32Array): number {
  let all = 0;
  let shared = 0;
  for (const term of inner.keys()) {
    const w = weight[term] as number;
    all += w;
    if (outer.has(term)) shared += w;
  }
  return all > 0 ? shared / all : 0;
}

/** Cosine of the two bags, counts damped by logarithm. */
export function likeness(a: Bag, b: Bag, weight: Float32Array): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, n] of small) {
    const m = large.get(term);
    if (m !== undefined) dot += damp(n, weight[term] as number) * damp(m, weight[term] as number);
  }
  return dot > 0 ? dot / (length(a, weight) * length(b, weight)) : 0;
}

const damp = (n: number, w: number): number => (1 + Math.log(n)) * w;

const lengths = new WeakMap<Bag, number>();

function length(bag: Bag, weight: Float32Array): number {
  let known = lengths.get(bag);
  if (known === undefined) {
    let sum = 0;
    for (const [term, n] of bag) sum += damp(n, weight[term] as number) ** 2;
    known = Math.sqrt(sum);
    lengths.set(bag, known);
  }
  return known;
}
