#!/usr/bin/env node
/**
 * What Galley does with an issue of 1×, 4× and 16× a size: processor time and memory, and their ratios, which are about 4
 * from column to column where the cost grows in proportion. `npm run bench:size -- [LINES]`: 1× has so many
 * lines (62,500 unless told, so that 16× is a million); one line of so many characters; journals of 10,000, 40,000 and
 * 160,000 edits. The segmenter has a bench of its own (segment.mjs); here the proposal is one article every 50 lines.
 */
import { FORMAT, segmentName } from '../electron/desk/journal-format.ts';
import { readJournal } from '../electron/desk/journal-read.ts';
import { encodeRecord } from '../electron/desk/record.ts';
import { replay } from '../electron/desk/replay.ts';
import { conservedDocument } from '../electron/export/conserved.ts';
import { exportDocument } from '../electron/export/export.ts';
import { decode } from '../electron/import/decode.ts';
import { issueOf } from '../shared/model/issue.ts';
import { entriesOf, LINE, reviewOf } from './size/review.ts';

const TIMES = [1, 4, 16];
const LINES = Number(process.argv[2] ?? 62_500);
const EDITS = 10_000;
const LINES_OF_ARTICLE = 50;
const SOURCE = { name: 'size.txt', sha256: '0'.repeat(64), encoding: 'utf-8', bom: false, lineEnd: 'lf' };
/** More than in proportion: 4 times the size for more than so many times the cost. */
const TOO_STEEP = 6;

/** Bytes in use, buffers too. */
const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;

/** What `work` gives, its processor time in ms, and the memory that it holds after, in bytes. */
async function measured(work) {
  globalThis.gc?.();
  const held = memory();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  globalThis.gc?.();
  return { result, ms: (user + system) / 1000, bytes: Math.max(0, memory() - held) };
}

/** All steps on one text; [name, ms, bytes held]. */
async function stepsOf(text, spanOfArticle) {
  const bytes = Buffer.from(text);
  const decoded = await measured(() => decode(bytes));
  const issue = await measured(() => issueOf(decoded.result.text));
  const review = reviewOf(text, spanOfArticle);
  const document = await measured(() => conservedDocument({ issue: issue.result, review, doubts: [], source: SOURCE }));
  const json = await measured(() => exportDocument(document.result, 'json'));
  const txt = await measured(() => exportDocument(document.result, 'text'));
  return { decode: decoded, issueOf: issue, document, 'export json': json, 'export text': txt };
}

async function journalSteps(count) {
  const issue = issueOf(LINE.repeat(2000));
  const review = reviewOf(issue.text, LINE.length * LINES_OF_ARTICLE);
  const proposal = { segmenter: 'bench', review, doubts: [], candidates: {} };
  const { sha256, encoding, bom, lineEnd } = SOURCE;
  const opening = { format: FORMAT, sha256, encoding, bom, lineEnd, segmenter: 'bench', proposal };
  const written = await measured(() =>
    Buffer.concat([opening, ...entriesOf(count, review.articles.length)].map((record) => encodeRecord(record))),
  );
  const files = { stat: async () => ({}), list: async () => [segmentName(1)], read: async () => written.result };
  const read = await measured(() =>
    readJournal({ ...files, stat: async (p) => (p.endsWith('opening') ? null : {}) }, ''),
  );
  if (read.result.entries?.length !== count) throw new Error(`read ${read.result.entries?.length} of ${count} entries`);
  const replayed = await measured(() => replay(issue, proposal, read.result.entries));
  return { encode: written, read, replay: replayed };
}

/** Prints one line a step: cost per unit at each size, and how many times the cost each fourfold size is. */
function print(title, unit, sizes, columns) {
  console.log(`\n${title}: ${sizes.map((n) => n.toLocaleString('en')).join(' · ')} ${unit}s`);
  let isLinear = true;
  for (const name of Object.keys(columns[0])) {
    const ms = columns.map((steps) => steps[name].ms);
    const per = ms.map((time, i) => `${((1000 * time) / sizes[i]).toFixed(2)} µs`);
    const ratios = ms.slice(1).map((time, i) => time / Math.max(ms[i], 0.5));
    const held = columns.map((steps, i) => `${Math.round(steps[name].bytes / sizes[i])} B`);
    // Below some tens of ms it is the machine that is measured.
    const isSteep = ratios.some((ratio, i) => ratio > TOO_STEEP && ms[i + 1] > 100);
    isLinear &&= !isSteep;
    console.log(
      `  ${name.padEnd(12)} ${per.join(' · ').padEnd(36)} ×${ratios.map((r) => r.toFixed(1)).join(' ×')}` +
        `   held ${held.join(' · ')} each${isSteep ? '   NOT IN PROPORTION' : ''}`,
    );
  }
  return isLinear;
}

async function table(title, unit, sizes, stepsAt) {
  await stepsAt(Math.ceil(sizes[0] / 4)); // what runs first pays for the compiler
  const columns = [];
  for (const size of sizes) columns.push(await stepsAt(size));
  return print(title, unit, sizes, columns);
}

const results = [
  await table(
    'Lines',
    'line',
    TIMES.map((n) => n * LINES),
    (n) => stepsOf(LINE.repeat(n), LINE.length * LINES_OF_ARTICLE),
  ),
  await table(
    'One line',
    'character',
    TIMES.map((n) => n * LINES),
    (n) => stepsOf('报'.repeat(n), n),
  ),
  await table(
    'Journal',
    'edit',
    TIMES.map((n) => n * EDITS),
    journalSteps,
  ),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
