#!/usr/bin/env node
/**
 * Bench of batches: how many issues a minute one thread segments, and how many times as much 2, 4 … do (`--jobs N`: the
 * most). On the development corpora where ../shared is beside the checkout, else on the sample, again and again.
 * `npx node bench/batch.mjs [ISSUES]` (120). On a machine with N processors no more than N times as much can come out.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createHand } from '../electron/archive/batch/hands.ts';
import { startBatch } from '../electron/archive/batch/run.ts';

const root = resolve(import.meta.dirname, '..');
const corpus = resolve(root, '../shared/corpus');
const count = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? 120);

function sources() {
  const found = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(corpus, name))
    : [];
  return found.length > 0 ? found.sort() : [join(root, 'resources/samples/qinghe-daily.txt')];
}

const worker = new URL('../electron/archive/batch/worker.ts', import.meta.url);
const texts = sources();
const scratch = mkdtempSync(join(tmpdir(), 'galley-bench-'));
let one = 0;
try {
  console.log(`${count} issues of ${texts.length} texts, ${availableParallelism()} processors`);
  for (let jobs = 1; jobs <= Math.max(2, availableParallelism()); jobs *= 2) {
    const archive = join(scratch, `archive-${jobs}`);
    mkdirSync(archive);
    const paths = Array.from({ length: count }, (_, i) => {
      const text = texts[i % texts.length];
      const name = `${i}-${basename(text)}`;
      cpSync(text, join(archive, name));
      return name;
    });
    const before = performance.now();
    const batch = await startBatch(
      { root: archive, dataFolder: join(scratch, 'data'), jobs, createHand: (work) => createHand(worker, work) },
      { kind: 'segment', format: null, out: null, person: '', paths },
    );
    const { done, failed } = await batch.rested;
    const minute = (done - failed) / ((performance.now() - before) / 60_000);
    one ||= minute;
    console.log(
      `${jobs} at once: ${Math.round(minute)} issues a minute, ${(minute / one).toFixed(2)} times one; ${failed} failed`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
