import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import documentSchema from '../../resources/schemas/galley-1.schema.json' with { type: 'json' };
import articleSchema from '../../resources/schemas/galley-article-1.schema.json' with { type: 'json' };
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import { EXPORT_FIELDS } from '../../shared/document/document.ts';
import { lacks, placesOf, select, WHOLE } from '../../shared/document/select.ts';
import { exportDocument } from './export.ts';
import { toJson } from './json.ts';
import { toJsonl } from './jsonl.ts';
import { anyDocument, EVENING } from './testing/documents.ts';
import { opened } from './testing/opened.ts';
import { SOME_SCAN } from './testing/scanned.ts';

const ids = (document: typeof EVENING) => document.articles.map(({ id }) => id);
const settled = { ...WHOLE, article: ({ state }: { state: string }) => state === 'settled' };

describe('a part of a document', () => {
  it('is the document itself when nothing is left out', () => expect(select(EVENING, WHOLE)).toBe(EVENING));

  it('says which articles it lacks, and keeps the place of the others', () => {
    const part = select(EVENING, { ...WHOLE, article: ({ id }) => id === 'a2' });
    expect(ids(part)).toEqual(['a2']);
    expect(part.partial).toEqual({ of: 2, articles: [{ index: 1, id: 'a1', state: 'settled' }], fields: [] });
    expect(placesOf(part)).toEqual([{ index: 2, of: 2 }]);
    expect(part.conservation).toBe(EVENING.conservation);
  });

  it('has the doubts of its articles only, and of a single article not what lies outside', () => {
    const part = select(EVENING, { ...settled, outside: false });
    expect(part.doubts.map(({ articles }) => articles)).toEqual([['a1']]);
    expect(part.furniture.map(({ role }) => role)).toEqual(['section']);
  });

  it('says which fields it lacks; not those that no article has', () => {
    const part = select(EVENING, { ...WHOLE, fields: ['headline', 'body'] });
    expect(part.partial?.fields).toEqual(['section', 'kicker', 'subhead', 'lede', 'bylines', 'captions']);
    const [first] = part.articles;
    expect(first).toMatchObject({ kicker: null, headline: '河长制办公室挂牌', bylines: [], lede: null });
    expect(first).not.toHaveProperty('section');
    expect(first?.paragraphs.map(({ role }) => role)).toEqual(['body']);
    expect(first?.parts.map(({ role }) => role)).toEqual(['headline']);
    expect([lacks(part, 'kicker'), lacks(part, 'headline'), lacks(EVENING, 'kicker')]).toEqual([true, false, false]);
  });

  it('keeps no correction of what it lacks', () => {
    const [part] = select(
      {
        ...EVENING,
        articles: EVENING.articles.map((one) => ({
          ...one,
          corrections: [
            { span: [11, 12] as const, raw: 'a', text: 'b', by: 'x' },
            { span: [45, 46] as const, raw: 'c', text: 'd', by: 'x' },
          ],
        })),
      },
      { ...WHOLE, fields: ['headline', 'body'] },
    ).articles;
    expect(part?.corrections.map(({ span }) => span)).toEqual([[11, 12]]);
  });

  it('never takes an article for another: places and what is left out make up the issue', () => {
    fc.assert(
      fc.property(anyDocument, fc.func(fc.boolean()), fc.subarray([...EXPORT_FIELDS]), (document, take, fields) => {
        const part = select(document, { article: ({ id }) => take(id), fields, outside: true });
        const left = part.partial?.articles.map(({ index }) => index) ?? [];
        const here = placesOf(part).map(({ index }) => index);
        expect([...left, ...here].sort((a, b) => a - b)).toEqual(document.articles.map((_, i) => i + 1));
        here.forEach((index, i) => void expect(part.articles[i]?.id).toBe(document.articles[index - 1]?.id));
      }),
    );
  });
});

const PART = select(EVENING, { article: ({ id }) => id === 'a2', fields: ['headline', 'body'], outside: true });

describe('a file of a part', () => {
  it.each(EXPORT_FORMATS)('%s says that it is one, and what is left out', async (format) => {
    const whole = opened(await exportDocument(EVENING, format, { scan: SOME_SCAN }), format);
    const part = opened(await exportDocument(PART, format, { scan: SOME_SCAN }), format);
    const json = JSON.stringify(PART.partial?.articles).slice(1, -1);
    const says = (text: string) =>
      text.includes('This is a part: 1 of the issue') || text.replace(/\s/g, '').includes(json);
    expect([says(whole), says(part)]).toEqual([false, true]);
    expect(part).toContain('kicker');
  });

  it('is valid, and so is one without an article', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    const isDocument = ajv.compile(documentSchema);
    const isLine = ajv.compile(articleSchema);
    for (const part of [PART, select(EVENING, { ...WHOLE, article: () => false })]) {
      expect(isDocument(JSON.parse(toJson(part))), JSON.stringify(isDocument.errors)).toBe(true);
      for (const line of toJsonl(part).split('\n').filter(Boolean))
        expect(isLine(JSON.parse(line)), JSON.stringify(isLine.errors)).toBe(true);
    }
  });
});
