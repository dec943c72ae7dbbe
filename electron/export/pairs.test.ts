import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRS_SCHEMA, toPairs } from './pairs.ts';
import { anyDocument, EVENING } from './testing/documents.ts';

const read = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('toPairs', () => {
  it('gives every paragraph as scanned and as corrected, in reading order, to the character', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [opening, ...pairs] = read(toPairs(document));
        expect(opening?.schema).toBe(PAIRS_SCHEMA);
        expect(pairs).toEqual(
          document.articles.flatMap(({ id, state, paragraphs }) =>
            paragraphs.map((paragraph) => ({ id, state, ...paragraph })),
          ),
        );
      }),
    );
  });

  it('says first what it leaves out', () => {
    expect(read(toPairs(EVENING))[0]?.statement).toContain(
      "Left out as no article's text: section, line 2; furniture, line 1.",
    );
  });
});
