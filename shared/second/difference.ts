/** What a second reader sees otherwise: a doubt whose other reading is theirs. */
import type { Edit } from '../edits/edit.ts';
import type { DoubtKind } from '../evidence.ts';
import type { Span } from '../model/position.ts';
import type { ArticleId, Review } from '../model/review.ts';
import type { Doubt } from '../proposal.ts';

/** What differs. Sentences are in the locales under `doubt.second.*`. */
const DIFFERENCES = [
  'new article',
  'owner',
  'outside',
  'role',
  'order',
  'parts',
  'break',
  'join',
  'text',
  'supplied',
  'bylines',
  'dateline',
  'masthead',
] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

const DOUBT_KINDS: { readonly [K in DifferenceKind]: DoubtKind } = {
  'new article': 'boundary',
  owner: 'boundary',
  outside: 'furniture',
  role: 'head',
  order: 'boundary',
  parts: 'boundary',
  break: 'paragraph',
  join: 'paragraph',
  text: 'character',
  supplied: 'head',
  bylines: 'credit',
  dateline: 'credit',
  masthead: 'furniture',
};

export interface Difference {
  readonly kind: DifferenceKind;
  readonly span: Span;
  /** Tells it from others of its kind where the place can't: the article, where it has no text of the issue. */
  readonly mark?: string;
  /** Of mine, those that it is about. */
  readonly articles: readonly ArticleId[];
  /** What both say, where that is not plain from the lines. */
  readonly words?: { readonly mine: string; readonly theirs: string };
  /** What makes mine theirs. */
  readonly edits: readonly Edit[];
}

/** Words of a sentence are cut after so many UTF-16 units. */
const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text);

/** An id as `doubtOf` makes it, and the reader in it. */
const ID = /^second:[^@]+@\d+-\d+:(.*)$/su;

/** Whether a doubt's id is one of a difference from this reader. */
export const isDifferenceFrom = (id: string, reader: string): boolean => ID.exec(id)?.[1] === reader;

/** Its id stays while the place does, so that what was settled stays settled. */
export function doubtOf({ kind, span, mark, articles, words, edits }: Difference, reader: string): Doubt {
  return {
    id: `second:${mark === undefined ? kind : `${kind} ${mark}`}@${span.from}-${span.to}:${reader}`,
    kind: DOUBT_KINDS[kind],
    span,
    articles,
    why: {
      key: `second.${kind}`,
      values: { reader, mine: short(words?.mine ?? ''), theirs: short(words?.theirs ?? '') },
    },
    confidence: 0.5,
    other: edits,
    evidence: [],
    reader,
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id for their article in mine: made from theirs, so that the same question has the same answer. */
export function freeId(mine: Review, theirs: ArticleId): ArticleId {
  const taken = new Set(mine.articles.map(({ id }) => id));
  for (let salt = 0; ; salt++) {
    let hash = salt;
    for (const letter of theirs) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
    const id = `a-${Array.from({ length: 8 }, (_, i) => LETTERS[(hash >>> (4 * i)) & 31]).join('')}`;
    if (!taken.has(id)) return id;
  }
}
