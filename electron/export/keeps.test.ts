/** The table of docs/formats.md that says what each format keeps: made from what the writers write, so never stale. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import type { Scan } from './blocks.ts';
import { exportDocument } from './export.ts';
import { articleWith, bodyParagraph, EVENING } from './testing/documents.ts';
import { opened } from './testing/opened.ts';

/** What a document can say, and a text or number that stands nowhere else in `MARKED`. */
const MARKS: readonly (readonly [what: string, mark: string])[] = [
  ['section (栏目)', 'mksection'],
  ['kicker', 'mkkicker'],
  ['headline', 'mkheadline'],
  ['subhead', 'mksubhead'],
  ['lede', 'mklede'],
  ['role of a byline', 'mkrole'],
  ['name of a byline', 'mkname'],
  ['dateline apart from the body', 'mkdateline'],
  ['paragraphs as corrected', 'mkbody'],
  ['captions as corrected', 'mkcaption'],
  ['paragraphs as scanned', 'mkraw'],
  ['each correction, with its author', 'mkauthor'],
  ['place of a paragraph in the raw text', '765432'],
  ['place of a part in the raw text', '654321'],
  ['state of the article', 'in review'],
  ['text outside articles', 'mkoutside'],
  ['where that text is', '8765'],
  ['place of an open doubt', '7654'],
  ['reason of an open doubt', 'mkwhy'],
  ['notes of colleagues', 'mknote'],
  ['name of the source file', 'mksource'],
  ['SHA-256 of the source file', 'ab'.repeat(32)],
  ['newspaper and date', 'mkpaper'],
  ['conservation statement', 'cd'.repeat(32)],
];

const doubt = EVENING.doubts[0];

/** Where each part stands in the raw text, for the formats of pages. */
const PRINTED = [
  ['kicker', 'mkkicker', 100],
  ['headline', 'mkheadline', 200],
  ['subhead', 'mksubhead', 300],
  ['lede', 'mklede', 400],
  ['byline', 'mkrole mkname', 500],
] as const;
const spanOf = (text: string, at: number) => [at, at + text.length] as const;

const MARKED: typeof EVENING = {
  ...EVENING,
  source: { ...EVENING.source, name: 'mksource' },
  masthead: { paper: 'mkpaper', date: '2024-05-06' },
  articles: [
    articleWith({
      state: 'in review',
      section: 'mksection',
      kicker: 'mkkicker',
      headline: 'mkheadline',
      subhead: 'mksubhead',
      lede: 'mklede',
      bylines: [{ role: 'mkrole', name: 'mkname' }],
      dateline: { text: 'mkdateline', span: [1, 2] },
      parts: [
        { role: 'body', lines: [[3, 3]], spans: [[654321, 654330]] },
        ...PRINTED.map(([role, text, at]) => ({ role, lines: [], spans: [spanOf(text, at)] })),
      ],
      paragraphs: [
        { ...bodyParagraph('mkbody', 3, 765432), raw: 'mkraw' },
        { ...bodyParagraph('mkcaption', 4, 9), role: 'caption' },
      ],
      corrections: [{ span: [5, 6], raw: 'a', text: 'b', by: 'mkauthor' }],
    }),
  ],
  furniture: [
    { role: 'furniture', by: 'rule', lines: [[8765, 8765]], spans: [[0, 9]], text: 'mkoutside' },
    { role: 'section', by: 'rule', lines: [], spans: [spanOf('mksection', 600)], text: '', articles: ['a1'] },
  ],
  doubts: doubt ? [{ ...doubt, articles: ['a1'], why: 'mkwhy', values: {}, lines: [7654, 7654] }] : [],
  notes: [{ id: 'n-aaaaaaaa', class: 'major', text: 'mknote', span: [0, 9], lines: [1, 1], state: 'open' }],
};

/** The raw text of `MARKED` on its one page. */
function scanOf(): Scan {
  const lines = [
    ...PRINTED,
    ['body', 'mkbody', 765432],
    ['caption', 'mkcaption', 9],
    ['furniture', 'mkoutside', 0],
    ['section', 'mksection', 600],
  ] as const;
  const box = { x: 0, y: 0, width: 90, height: 10 };
  const placed = lines.map(([, text, at]) => ({ text, from: at, to: at + text.length, page: 0, box, words: [] }));
  placed.sort((a, b) => a.from - b.from);
  const text = placed.reduce((raw, line) => `${raw.padEnd(line.from)}${line.text}`, '');
  const page = { from: 0, to: text.length, width: 100, height: 100, unit: 'pixel' } as const;
  return { text, layout: { pages: [page], lines: placed } };
}

const pad = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;

/** The table as Markdown. */
async function table(): Promise<string> {
  const written = await Promise.all(
    EXPORT_FORMATS.map(async (one) => opened(await exportDocument(MARKED, one, { scan: scanOf() }), one)),
  );
  // The state is a type in TEI, where no blank may stand.
  const holds = (text: string, mark: string) => text.includes(mark) || text.includes(`"${mark.replace(' ', '-')}"`);
  const rows = MARKS.map(([what, mark]) => [what, ...written.map((text) => (holds(text, mark) ? 'yes' : '–'))]);
  const widths = [Math.max(...MARKS.map(([what]) => what.length)), ...EXPORT_FORMATS.map((one) => one.length)];
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
  return [pad(['', ...EXPORT_FORMATS], widths), rule, ...rows.map((row) => pad(row, widths))].join('\n');
}

it('is in docs/formats.md as the writers make it (else put there what this test got)', async () => {
  const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  const made = await table();
  const from = docs.indexOf(made.slice(0, made.indexOf('\n')));
  expect(made).toBe(docs.slice(from, docs.indexOf('\n\n', from)));
});
