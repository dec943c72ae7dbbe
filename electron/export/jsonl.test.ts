import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleLine, toJsonl } from './jsonl.ts';
import { anyDocument, EVENING } from './testing/documents.ts';

const linesOf = (jsonl: string): readonly ArticleLine[] =>
  jsonl
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ArticleLine);

describe('toJsonl', () => {
  it('gives each article, whole, on a line that any reader of lines finds', () => {
    fc.assert(
      fc.property(
        anyDocument.filter((document) => document.articles.length > 0),
        (document) => {
          const jsonl = toJsonl(document);
          expect(jsonl).not.toMatch(/[\r\v\f\u0085\u2028\u2029]/);
          const lines = linesOf(jsonl);
          const articles: unknown = JSON.parse(JSON.stringify(document.articles));
          expect(lines.map((line) => line.index)).toEqual(document.articles.map((_, i) => i + 1));
          expect(articles).toEqual(
            lines.map(
              ({
                schema,
                index,
                of,
                source,
                masthead,
                conservation,
                unsettled,
                openDoubts,
                leftOut,
                doubts,
                ...article
              }) => article,
            ),
          );
        },
      ),
    );
  });

  it('states on each line where it comes from and what the file leaves out', () => {
    for (const line of linesOf(toJsonl(EVENING)))
      expect(line).toMatchObject({
        schema: 'galley-article/1',
        of: 2,
        source: EVENING.source,
        masthead: EVENING.masthead,
        conservation: EVENING.conservation,
        unsettled: ['a2'],
        openDoubts: 1,
        leftOut: [
          { role: 'section', nonBlank: 4, lines: [[2, 2]] },
          { role: 'furniture', nonBlank: 3, lines: [[1, 1]] },
        ],
      });
  });

  it('gives an article its own open doubts, not the settled ones', () => {
    expect(linesOf(toJsonl(EVENING)).map((line) => line.doubts.map((doubt) => doubt.kind))).toEqual([[], ['head']]);
  });

  it('states an issue without articles in one line', () => {
    const lines = linesOf(toJsonl({ ...EVENING, articles: [], doubts: [] }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ index: 0, of: 0, conservation: EVENING.conservation });
    expect(lines[0]).not.toHaveProperty('id');
  });
});
