/** Documents for the tests of the exports: one of an issue written for them, and arbitrary ones full of hostile text. */
import fc from 'fast-check';
import type {
  Conservation,
  DocumentArticle,
  DocumentDoubt,
  DocumentNote,
  DocumentOutside,
  GalleyDocument,
} from '../../../shared/document/document.ts';
import { NOTE_CLASSES } from '../../../shared/model/note.ts';
import { ARTICLE_ROLES, OUTSIDE_ROLES } from '../../../shared/model/roles.ts';
import { ENCODINGS } from '../../../shared/model/source.ts';

/** Text that has broken exporters: markup, links, entities, rules, controls, separators, bidi controls, formulas. */
export const HOSTILE: readonly string[] = [
  '# x',
  'x #',
  '####### x',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- article 1 of 7, a1, settled -->',
  '-->',
  '[a](javascript:alert(1))',
  '![a](http://example.org/x.png)',
  '[a]: http://example.org',
  '<http://example.org>',
  'http://example.org www.example.org a@example.org',
  '---',
  '- - -',
  '***',
  '* * *',
  '___',
  '===',
  '= 7 articles, settled.',
  '========== 1 of 7, settled',
  '  = x',
  '\u200b= x',
  '- x',
  '+ x',
  '> x',
  '1. x',
  '1986. A great year',
  '12) x',
  '(1) x',
  'IV. The wall',
  '`code` ```fence',
  '~~~',
  '~~x~~ ==x== %%x%% ^x^ $x$',
  '| a | b |',
  ':::note',
  ': x',
  '&amp; &#35; &#x23; &copy; &notanentity',
  '\\',
  'a\\',
  '\\# x',
  '*x* _x_ **x** a_b_c',
  '{.x} {{x}} {% x %}',
  '@x #1 !x',
  'a  ',
  '  a',
  '\ta',
  '    indented',
  '\u3000\u3000全市妇女工作会',
  '“提要”',
  'a\nb',
  'a\n\nb\n',
  'a\r\nb\rc',
  'a\u2028b\u2029c\u0085d\ve\ff',
  '\u202edlrow\u202c \u2066x',
  'a\u0000b\u001b[31mred\u009b0m\u007f',
  '\ufeffa\ufeff',
  '\ud800',
  ']]>',
  '=cmd|/C calc!A0',
  '../../etc/passwd',
  '阿不都·热合曼; 记者',
  '🗞️👩🏽‍🚀',
];

const hostile = fc.constantFrom(...HOSTILE);
/** Text made of hostile pieces, random characters, and syntax in random places. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  hostile,
  fc.array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 4 }).map((s) => s.join('')),
  fc.array(fc.constantFrom(...'#*_-+=~`<>[]()!&;:|\\ \n\t.1a吕"\'/{}^$@%'), { maxLength: 24 }).map((s) => s.join('')),
);

const count = fc.nat(100_000);
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const pair = fc.tuple(count, count).map(([a, b]) => [a, a + b] as const);
const lines = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.nat(99)).map(([a, b]) => [a, a + b] as const);
const ranges = fc.array(lines, { maxLength: 3 });
const spans = fc.array(pair, { maxLength: 3 });
const maybe = fc.option(anyText, { nil: null });
const author = fc.oneof(fc.constant('machine'), anyText);

const byline = fc.record(
  {
    role: anyText,
    name: anyText,
    span: pair,
    incomplete: fc.constant(true as const),
    supplied: fc.constant(true as const),
  },
  { requiredKeys: ['role', 'name'] },
);
const part = fc.record(
  { role: fc.constantFrom(...ARTICLE_ROLES), lines: ranges, spans, supplied: anyText },
  { requiredKeys: ['role', 'lines', 'spans'] },
);
const paragraph = fc.record({
  role: fc.constantFrom('body' as const, 'caption' as const, 'dateline' as const),
  text: anyText,
  raw: anyText,
  lines: ranges,
  spans,
});

const article: fc.Arbitrary<DocumentArticle> = fc.record(
  {
    id: fc.constant('a1'),
    state: fc.constantFrom('proposed' as const, 'in review' as const, 'settled' as const),
    section: anyText,
    kicker: maybe,
    headline: maybe,
    subhead: maybe,
    lede: maybe,
    bylines: fc.array(byline, { maxLength: 3 }),
    dateline: fc.option(fc.record({ text: anyText, span: pair }), { nil: null }),
    parts: fc.array(part, { maxLength: 4 }),
    paragraphs: fc.array(paragraph, { maxLength: 4 }),
    corrections: fc.array(fc.record({ span: pair, raw: anyText, text: anyText, by: author }), { maxLength: 3 }),
  },
  {
    requiredKeys: [
      ...(['id', 'state', 'kicker', 'headline', 'subhead', 'lede', 'bylines', 'dateline', 'parts'] as const),
      ...(['paragraphs', 'corrections'] as const),
    ],
  },
);

const outside: fc.Arbitrary<DocumentOutside> = fc.record(
  {
    role: fc.constantFrom(...OUTSIDE_ROLES),
    by: fc.constantFrom('rule' as const, 'editor' as const),
    lines: ranges,
    spans,
    text: anyText,
    articles: fc.constant(['a1']),
  },
  { requiredKeys: ['role', 'by', 'lines', 'spans', 'text'] },
);

const doubt: fc.Arbitrary<DocumentDoubt> = fc.record(
  {
    id: anyText,
    kind: fc.constantFrom('boundary', 'head', 'credit', 'furniture', 'paragraph', 'character'),
    span: pair,
    lines,
    articles: fc.constantFrom([], ['a1'], ['a1', 'a2']),
    why: anyText,
    values: fc.dictionary(anyText, fc.oneof(anyText, count)),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    settled: fc.constantFrom('accepted', 'other', 'passed over'),
  },
  { requiredKeys: ['id', 'kind', 'span', 'lines', 'articles', 'why', 'confidence'] },
);

const note: fc.Arbitrary<DocumentNote> = fc.record(
  {
    id: anyText,
    class: fc.constantFrom(...NOTE_CLASSES),
    text: anyText,
    span: pair,
    lines,
    article: fc.constant('a1'),
    state: fc.constantFrom('open', 'closed'),
    answer: anyText,
    by: anyText,
    at: anyText,
  },
  { requiredKeys: ['id', 'class', 'text', 'span', 'lines', 'state'] },
);

const conservation: fc.Arbitrary<Conservation> = fc
  .record({ inArticles: count, section: count, furniture: count, sha256: hex })
  .map(({ inArticles, section, furniture, sha256 }) => ({
    nonBlank: inArticles + section + furniture,
    inArticles,
    outside: { section, furniture },
    byRule: section,
    byEditor: furniture,
    sha256,
  }));

/** Any document that the types allow and whose counts add up; article ids are `a1`, `a2` … */
export const anyDocument: fc.Arbitrary<GalleyDocument> = fc
  .record(
    {
      schema: fc.constant('galley/1' as const),
      source: fc.record({
        name: anyText,
        sha256: hex,
        encoding: fc.constantFrom(...ENCODINGS),
        bom: fc.boolean(),
        lineEnd: fc.constantFrom('lf', 'crlf', 'cr', 'mixed', 'none'),
      }),
      masthead: fc.record(
        { paper: anyText, date: anyText, edition: anyText, pages: anyText, editors: anyText },
        { requiredKeys: [] },
      ),
      articles: fc.array(article, { maxLength: 4 }),
      furniture: fc.array(outside, { maxLength: 4 }),
      doubts: fc.array(doubt, { maxLength: 4 }),
      notes: fc.array(note, { maxLength: 3 }),
      returned: fc.constant(true as const),
      conservation,
    },
    { requiredKeys: ['schema', 'source', 'masthead', 'articles', 'furniture', 'doubts', 'conservation'] },
  )
  .map((document) => ({
    ...document,
    articles: document.articles.map((one, i) => ({ ...one, id: `a${i + 1}` })),
  }));

/** A paragraph of body text that is line `line` of the issue, from `from` on. */
export const bodyParagraph = (text: string, line: number, from: number): DocumentArticle['paragraphs'][number] => ({
  role: 'body',
  text,
  raw: text,
  lines: [[line, line]],
  spans: [[from, from + text.length]],
});

/** An article with nothing in it but what `fields` say. */
export const articleWith = (fields: Partial<DocumentArticle>): DocumentArticle => ({
  id: 'a1',
  state: 'proposed',
  kicker: null,
  headline: null,
  subhead: null,
  lede: null,
  bylines: [],
  dateline: null,
  parts: [],
  paragraphs: [],
  corrections: [],
  ...fields,
});

/** Two articles, a section and a page header: what a small page of an evening paper could be. */
export const EVENING: GalleyDocument = {
  schema: 'galley/1',
  source: { name: 'evening.txt', sha256: 'ab'.repeat(32), encoding: 'utf-8', bom: false, lineEnd: 'lf' },
  masthead: { paper: '晚报', date: '2024-05-06' },
  articles: [
    articleWith({
      id: 'a1',
      state: 'settled',
      section: '本市新闻',
      kicker: '守护一河清水',
      headline: '河长制办公室挂牌',
      subhead: '三年完成整治',
      lede: '沿河十二个村签下责任书',
      bylines: [
        { role: '记者', name: '柳一帆', span: [60, 63] },
        { role: '摄影', name: '梁', incomplete: true },
      ],
      parts: [
        { role: 'headline', lines: [[3, 3]], spans: [[10, 19]] },
        { role: 'byline', lines: [[5, 5]], spans: [[40, 50]] },
      ],
      paragraphs: [
        bodyParagraph('本报讯（记者 柳一帆）昨日，河长制办公室挂牌。', 6, 50),
        { ...bodyParagraph('挂牌现场。', 7, 80), role: 'caption' },
      ],
      corrections: [
        { span: [70, 71], raw: ' ', text: '', by: 'machine' },
        { span: [72, 73], raw: '曰', text: '日', by: '周' },
      ],
    }),
    articleWith({
      id: 'a2',
      headline: null,
      parts: [
        { role: 'body', lines: [[9, 9]], spans: [[90, 99]] },
        { role: 'kicker', lines: [], spans: [], supplied: '补题' },
      ],
      kicker: '补题',
      paragraphs: [bodyParagraph('公交十路今起改道。', 9, 90)],
    }),
  ],
  furniture: [
    { role: 'furniture', by: 'rule', lines: [[1, 1]], spans: [[0, 5]], text: '晚报 1' },
    { role: 'section', by: 'editor', lines: [[2, 2]], spans: [[5, 10]], text: '本市新闻', articles: ['a1'] },
  ],
  doubts: [
    {
      id: 'heads:zh/near@90-99',
      kind: 'head',
      span: [90, 99],
      lines: [9, 9],
      articles: ['a2'],
      why: 'no head near',
      values: { lines: 3 },
      confidence: 0.5,
    },
    {
      id: 'bodies:x@50-60',
      kind: 'boundary',
      span: [50, 60],
      lines: [6, 6],
      articles: ['a1'],
      why: 'x',
      confidence: 0.4,
      settled: 'accepted',
    },
  ],
  conservation: {
    nonBlank: 90,
    inArticles: 83,
    outside: { furniture: 3, section: 4 },
    byRule: 3,
    byEditor: 4,
    sha256: 'cd'.repeat(32),
  },
};

/** With notes of colleagues. */
export const NOTED: GalleyDocument = {
  ...EVENING,
  notes: [
    {
      id: 'n-aaaaaaaa',
      class: 'critical',
      text: '人名有误，查原件。',
      span: [60, 64],
      lines: [6, 6],
      state: 'closed',
      answer: '已改。',
      by: '周',
      at: '2026-01-02T03:04:05.000Z',
    },
    {
      id: 'n-bbbbbbbb',
      class: 'minor',
      text: '补题是否合适？',
      span: [90, 99],
      lines: [9, 9],
      article: 'a2',
      state: 'open',
    },
  ],
  returned: true,
};
