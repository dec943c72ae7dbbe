import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import documentSchema from '../../resources/schemas/galley-1.schema.json' with { type: 'json' };
import articleSchema from '../../resources/schemas/galley-article-1.schema.json' with { type: 'json' };
import type { GalleyDocument } from '../../shared/document/document.ts';
import { OUTSIDE_ROLES } from '../../shared/model/roles.ts';
import { ENCODINGS } from '../../shared/model/source.ts';
import { KEY_ORDER, toJson } from './json.ts';
import { toJsonl } from './jsonl.ts';
import { anyDocument, EVENING, NOTED } from './testing/documents.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const isDocument = ajv.compile(documentSchema);
const isArticleLine = ajv.compile(articleSchema);

/** What the validator says against `value`; empty when it is valid. */
const faults = (validate: typeof isDocument, value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);

type Keys<T> = { readonly [K in keyof Required<T>]: true };
/** Keys of each type. TypeScript holds them to be all and no more; the test holds the schema to them. */
const KEYS: {
  readonly document: Keys<GalleyDocument>;
  readonly article: Keys<GalleyDocument['articles'][number]>;
  readonly byline: Keys<GalleyDocument['articles'][number]['bylines'][number]>;
  readonly part: Keys<GalleyDocument['articles'][number]['parts'][number]>;
  readonly paragraph: Keys<GalleyDocument['articles'][number]['paragraphs'][number]>;
  readonly correction: Keys<GalleyDocument['articles'][number]['corrections'][number]>;
  readonly outside: Keys<GalleyDocument['furniture'][number]>;
  readonly doubt: Keys<GalleyDocument['doubts'][number]>;
  readonly note: Keys<NonNullable<GalleyDocument['notes']>[number]>;
  readonly source: Keys<GalleyDocument['source']>;
  readonly masthead: Keys<GalleyDocument['masthead']>;
  readonly conservation: Keys<GalleyDocument['conservation']>;
  readonly evidence: Keys<NonNullable<GalleyDocument['evidence']>[number]>;
} = {
  document: {
    ...{
      schema: true,
      source: true,
      masthead: true,
      partial: true,
      breaks: true,
      articles: true,
      furniture: true,
      doubts: true,
    },
    ...{ notes: true, returned: true, conservation: true, evidence: true },
  },
  article: {
    ...{ id: true, state: true, section: true, kicker: true, headline: true, subhead: true, lede: true },
    ...{ bylines: true, dateline: true, parts: true, paragraphs: true, corrections: true },
  },
  byline: { role: true, name: true, span: true, incomplete: true, supplied: true },
  part: { role: true, lines: true, spans: true, supplied: true },
  paragraph: { role: true, text: true, raw: true, lines: true, spans: true },
  correction: { span: true, raw: true, text: true, by: true },
  outside: { role: true, by: true, lines: true, spans: true, text: true, articles: true },
  doubt: {
    ...{ id: true, kind: true, span: true, lines: true, articles: true, why: true, values: true },
    ...{ confidence: true, settled: true },
  },
  note: {
    ...{ id: true, class: true, text: true, span: true, lines: true, article: true, state: true },
    ...{ answer: true, by: true, at: true },
  },
  source: { name: true, sha256: true, encoding: true, bom: true, lineEnd: true, importer: true },
  masthead: { paper: true, date: true, edition: true, pages: true, editors: true },
  conservation: { nonBlank: true, inArticles: true, outside: true, byRule: true, byEditor: true, sha256: true },
  evidence: { stage: true, rule: true, span: true, weight: true },
};

const propertiesOf = (name: string): readonly string[] => {
  const { $defs }: { $defs: { readonly [name: string]: object } } = documentSchema;
  const schema = name === 'document' ? documentSchema : $defs[name];
  return schema !== undefined && 'properties' in schema ? Object.keys(schema.properties as object) : [];
};

describe('the published schema', () => {
  it('accepts every document that the types allow, as written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(faults(isDocument, JSON.parse(toJson(document)))).toEqual([]);
      }),
    );
  });

  it('accepts every line of JSONL', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const line of toJsonl(document).split('\n').filter(Boolean))
          expect(faults(isArticleLine, JSON.parse(line))).toEqual([]);
      }),
    );
  });

  it.each(Object.entries(KEYS))('names the keys of %s, no less and no more', (name, keys) => {
    expect([...propertiesOf(name)].sort()).toEqual(Object.keys(keys).sort());
  });

  it('knows every encoding and outside role of the model', () => {
    expect(documentSchema.$defs.source.properties.encoding.enum).toEqual(ENCODINGS);
    expect(documentSchema.$defs.outside.properties.role.enum).toEqual(OUTSIDE_ROLES);
    expect(Object.keys(documentSchema.$defs.conservation.properties.outside.properties)).toEqual(OUTSIDE_ROLES);
  });

  it('has a place in the written order for every key', () => {
    const all = Object.values(KEYS).flatMap((keys) => Object.keys(keys));
    expect(
      [...all, ...Object.keys(articleSchema.properties)].filter(
        (key) => !(KEY_ORDER as readonly string[]).includes(key),
      ),
    ).toEqual([]);
  });

  const article = EVENING.articles[0];
  const wrong: readonly (readonly [string, unknown])[] = [
    ['another version', { ...EVENING, schema: 'galley/2' }],
    ['an unknown key', { ...EVENING, extra: 1 }],
    ['no conservation', { ...EVENING, conservation: undefined }],
    ['a short hash', { ...EVENING, source: { ...EVENING.source, sha256: 'ab' } }],
    ['an encoding of no name', { ...EVENING, source: { ...EVENING.source, encoding: 'gbk' } }],
    ['line 0', { ...EVENING, articles: [{ ...article, parts: [{ role: 'body', lines: [[0, 1]], spans: [] }] }] }],
    ['half a span', { ...EVENING, articles: [{ ...article, parts: [{ role: 'body', lines: [], spans: [[1]] }] }] }],
    ['a part outside', { ...EVENING, articles: [{ ...article, parts: [{ role: 'ad', lines: [], spans: [] }] }] }],
    ['an id with markup', { ...EVENING, articles: [{ ...article, id: 'a1--><script>' }] }],
    ['a confidence of 2', { ...EVENING, doubts: [{ ...EVENING.doubts[0], confidence: 2 }] }],
    ['a note of no class', { ...NOTED, notes: [{ ...NOTED.notes?.[0], class: 'grave' }] }],
    ['a note without words', { ...NOTED, notes: [{ ...NOTED.notes?.[0], text: undefined }] }],
    ['a role of no name outside', { ...EVENING, conservation: { ...EVENING.conservation, outside: { map: 1 } } }],
  ];
  it.each(wrong)('refuses %s', (_, document) => expect(faults(isDocument, document)).not.toEqual([]));

  it('refuses an article line without article, or with an unknown key', () => {
    const line: object = JSON.parse(toJsonl(EVENING).split('\n')[0] ?? '');
    expect(faults(isArticleLine, line)).toEqual([]);
    expect(faults(isArticleLine, { ...line, paragraphs: undefined })).not.toEqual([]);
    expect(faults(isArticleLine, { ...line, extra: 1 })).not.toEqual([]);
    expect(faults(isArticleLine, { ...line, index: 0 })).not.toEqual([]);
  });
});
