import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLine, KEY_ORDER, toJson } from './json.ts';
import { anyDocument, articleWith, EVENING } from './testing/documents.ts';

/** What breaks readers of JSON although JSON allows it. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

const reversedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversedKeys(item)]),
  );
};

describe('toJson', () => {
  it('is the document, whole', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(JSON.parse(toJson(document))).toEqual(JSON.parse(JSON.stringify(document)));
        expect(JSON.parse(jsonLine(document))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
  });

  it('is the same whatever order the keys came in', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(toJson(reversedKeys(document) as typeof document)).toBe(toJson(document));
      }),
    );
  });

  it('holds no character that readers take for more than text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(toJson(document)).not.toMatch(UNSAFE);
        expect(jsonLine(document)).not.toMatch(UNSAFE);
        expect(jsonLine(document)).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('sets spans and line ranges on one line, keys in their order', () => {
    const document = { ...EVENING, articles: [articleWith({ headline: '题\u2028' })], furniture: [], doubts: [] };
    expect(toJson(document)).toContain(`{
  "schema": "galley/1",
  "source": {
    "name": "evening.txt",
    "sha256": "${'ab'.repeat(32)}",
    "encoding": "utf-8",
    "bom": false,
    "lineEnd": "lf"
  },
  "masthead": {
    "paper": "晚报",
    "date": "2024-05-06"
  },
  "articles": [
    {
      "id": "a1",
      "state": "proposed",
      "kicker": null,
      "headline": "题\\u2028",
      "subhead": null,
      "lede": null,
      "bylines": [],
      "dateline": null,
      "parts": [],
      "paragraphs": [],
      "corrections": []
    }
  ],
  "furniture": [],
  "doubts": [],
  "conservation": {`);
    expect(toJson(EVENING)).toContain('"spans": [[10, 19]]');
  });

  it('names no key twice in its order', () => expect(new Set(KEY_ORDER).size).toBe(KEY_ORDER.length));
});
