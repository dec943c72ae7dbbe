/** Names and numbers that edits carry: `apply` invents nothing, so the window does. */
import type { ArticleId } from '../../shared/model/review.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id for a new article or supplement: `a-` and 8 random base32 characters. */
export const newId = (): ArticleId => `a-${eightLetters()}`;

/** An id for a new note. */
export const newNoteId = (): string => `n-${eightLetters()}`;

const eightLetters = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => BASE32.charAt(byte & 31)).join('');

/** Gives out group numbers, each higher than every one before it in this review. */
export interface Groups {
  /** A number for a new gesture. */
  next(): number;
  /** Takes note of a number that is in use (an entry of the journal). */
  saw(group: number): void;
}

export function groupsFrom(first = 1): Groups {
  let last = first - 1;
  return {
    next: () => ++last,
    saw: (group) => {
      last = Math.max(last, group);
    },
  };
}
