#!/usr/bin/env node
/**
 * Bench of the segmenter, in processor time. `npx node bench/segment.mjs [MB]`:
 *
 * - issues of so many megabytes (20 unless told), each segmented by itself in this process, against counting the pairs of
 *   neighbouring characters of the same text in one map (median of 5: it is short);
 * - 16 times the text as one issue against once: median of 5, start-up taken off.
 *
 * The text is the corpora's beside the checkout, again and again, or where there are none the shipped sample's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { segment } from '../electron/segmenter/segment.ts';
import { CORPUS, hasCorpora, textOf } from '../scripts/fit/gold.mjs';

const RUNS = 5;
const GATE = { counting: 30, sixteen: 20 };
/** Sets whose text is not another set's again. */
const SETS = ['seed', 'press-zh', 'press-en', 'real-en', 'alto-fr', 'alto-de', 'alto-nl', 'alto-en'];
const root = resolve(fileURLToPath(import.meta.url), '../..');

const issues = hasCorpora()
  ? SETS.flatMap((set) =>
      readdirSync(join(CORPUS, set))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => textOf(join(CORPUS, set, name.slice(0, -'.txt'.length)))),
    )
  : [readFileSync(`${root}/resources/samples/qinghe-daily.txt`, 'utf8').replace(/\r\n?/g, '\n')];

/** Issues again and again, to about so many bytes. */
function issuesOf(bytes) {
  const taken = [];
  for (let size = 0, k = 0; size < bytes; k++) {
    const text = issues[k % issues.length];
    taken.push(text);
    size += Buffer.byteLength(text);
  }
  return taken;
}

function bigrams(texts) {
  const counts = new Map();
  for (const text of texts)
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return counts.size;
}

/** Processor time of `work`, ms. */
function timeOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (work) => Array.from({ length: RUNS }, () => timeOf(work)).sort((a, b) => a - b)[RUNS >> 1];
const segmentAll = (texts) => {
  for (const text of texts) segment(text);
};

segmentAll(issuesOf(2e5));
const megabytes = Number(process.argv[2] ?? 20);
const texts = issuesOf(megabytes * 1e6);
const counting = median(() => bigrams(texts));
const segmenting = timeOf(() => segmentAll(texts));
console.log(`${megabytes} MB in ${texts.length} issues: ${(segmenting / 1000).toFixed(1)} s of processor time`);
console.log(`times the counting of character pairs (gate ${GATE.counting}): ${(segmenting / counting).toFixed(1)}`);

const page = issuesOf(6e4).join('\f');
const once = median(() => segment(page));
const sixteen = median(() => segment(`${page}\f`.repeat(16)));
console.log(`16 times the text takes (gate ${GATE.sixteen}): ${(sixteen / once).toFixed(1)} times the time`);
console.log(`memory at most: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
