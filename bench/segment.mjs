#!/usr/bin/env node
/**
 * Bench of the segmenter: is its time in proportion to the text, and how does it compare with counting the character
 * pairs of the same text in one map? Run it when a stage changes what it looks at. `npx node bench/segment.mjs [MB]`.
 * The text is the shipped sample, its pages again and again; median of 5, start-up taken off.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { segment } from '../electron/segmenter/segment.ts';

const RUNS = 5;
const root = resolve(fileURLToPath(import.meta.url), '../..');
const sample = readFileSync(`${root}/resources/samples/qinghe-daily.txt`, 'utf8').replace(/\r\n?/g, '\n');

/** The sample again and again, a page each, to about `units` UTF-16 units. */
const textOf = (units) => `${sample}\f`.repeat(Math.max(1, Math.round(units / sample.length)));

function bigrams(text) {
  const counts = new Map();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts.size;
}

/** Median processor time of `work`, ms. */
function median(work) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

segment(sample);
const units = Number(process.argv[2] ?? 0.25) * 1e6;
const small = textOf(units / 16);
const large = textOf(units);
const oneSmall = median(() => segment(small));
const oneLarge = median(() => segment(large));
const counting = median(() => bigrams(large));
console.log(
  `${large.split('\n').length} lines, ${(large.length / 1e6).toFixed(2)} M characters: ${oneLarge.toFixed(0)} ms`,
);
console.log(`times the counting of character pairs (goal 30): ${(oneLarge / counting).toFixed(1)}`);
console.log(`16 times the text takes (goal 20): ${(oneLarge / oneSmall).toFixed(1)} times the time`);
