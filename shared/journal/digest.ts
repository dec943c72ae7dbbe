/**
 * A digest of a review, so that the window's copy and the main process's can't drift apart unseen. Not for security.
 * The sum of a hash for each article and layer: after an edit only what it touched is hashed again.
 */
import type { Review } from '../model/review.ts';

const known = new WeakMap<object, number>();

/** The digest: a short string, equal for equal reviews. */
export function digestOf(review: Review): string {
  let sum = hashText(String(review.length));
  review.articles.forEach((article, i) => {
    sum = add(sum, scramble(hashOf(article), i));
  });
  sum = add(sum, scramble(hashOf(review.outside), -1));
  sum = add(sum, scramble(hashOf(review.breaks), -2));
  sum = add(sum, scramble(hashOf(review.joins), -3));
  // Each by itself: after a replacement there are thousands, and a key changes one.
  const corrections = review.corrections.reduce((all, correction) => add(all, hashOf(correction)), 0);
  sum = add(sum, scramble(corrections, -4));
  sum = add(sum, scramble(hashOf(review.doubtsSettled), -5));
  sum = add(sum, scramble(hashOf(review.masthead), -6));
  sum = add(sum, scramble(hashOf(review.notes), -7));
  return add(sum, review.returned ? 1 : 0).toString(36);
}

const add = (a: number, b: number) => (a + b) % Number.MAX_SAFE_INTEGER;

function hashOf(part: object): number {
  let hash = known.get(part);
  if (hash === undefined) {
    hash = hashText(canonical(part));
    known.set(part, hash);
  }
  return hash;
}

/** JSON with the keys of objects in order, so that equal values give equal text. Lists of offsets are long: no keys there. */
const canonical = (value: unknown): string =>
  Array.isArray(value) && typeof value[0] === 'number' ? JSON.stringify(value) : withSortedKeys(value);

const withSortedKeys = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** cyrb53 by bryc (public domain): 53 bits of two multiplied 32-bit lanes. */
function hashText(text: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}

/** Makes the hash of a part depend on its place, so that an exchange of two articles shows. */
const scramble = (hash: number, place: number) => (hash ^ Math.imul(place + 7, 2654435761)) >>> 0;
