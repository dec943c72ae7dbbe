#!/usr/bin/env node
/**
 * `npm run score`: the score sheet's figures of all sets beside the checkout, with the committed models. Prints them and
 * writes docs/scores.md. `--check` writes nothing and fails when a figure is worse than the committed one by more than 0.01.
 * `--noise 0.02` writes nothing and prints how far press-zh falls when so many of its characters are misread; it fails
 * when exact falls by more than 0.08.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { EXPERTS } from '../electron/segmenter/learned/models.generated.ts';
import { SEGMENTER_VERSION } from '../electron/segmenter/segment.ts';
import { issueOf } from '../shared/model/issue.ts';
import { CORPUS, hasCorpora, issuesOf } from './fit/gold.mjs';
import { noisy } from './fit/noise.mjs';

const TOLERANCE = 0.01;
const NOISE_SEEDS = [1, 2, 3];
const NOISE_GATE = 0.08;
/** Figures of which less is better. */
const LESS_IS_BETTER = new Set(['effort', 'lost', 'twice']);

const file = resolve(fileURLToPath(import.meta.url), '../../docs/scores.md');

if (!hasCorpora()) {
  console.log('score: the corpora are not beside the checkout (../shared/corpus); nothing is scored');
  process.exit(0);
}
const { printScores, scoreOf, totalsOf, SHOWN } = await import('./fit/cross-validate.mjs');
const { readScores, TABLES, writeScores } = await import('./fit/score-sheet.mjs');

const sets = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
if (process.argv.includes('--noise'))
  process.exit(fallsByNoise(Number(process.argv[process.argv.indexOf('--noise') + 1])));
const rows = sets.flatMap((set) => issuesOf(set).map((issue) => scoreOf(issue, EXPERTS)));
printScores(rows);
if (process.argv.includes('--check')) process.exit(worse(rows).length > 0 ? 1 : 0);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: resolve(file, '../..'),
  encoding: 'utf8',
}).trim();
writeScores(
  file,
  TABLES.committed,
  rows,
  `${new Date().toISOString().slice(0, 10)}, segmenter ${SEGMENTER_VERSION}, on commit ${commit}.`,
);

/**
 * Scores of press-zh as it is and with errors of recognition in `rate` of its characters, by three seeds.
 * @returns exit code: 1 when exact falls by more than the gate
 */
function fallsByNoise(rate) {
  if (!(rate > 0 && rate < 1)) {
    console.error('score: --noise takes the share of characters in error, between 0 and 1: --noise 0.02');
    return 2;
  }
  const issues = issuesOf('press-zh');
  const clean = issues.map((issue) => scoreOf(issue, EXPERTS));
  const dirty = NOISE_SEEDS.flatMap((seed) =>
    issues.map((issue, k) => {
      const text = noisy(issue.issue.text, rate, seed * 1000 + k);
      return { ...scoreOf({ ...issue, issue: issueOf(text) }, EXPERTS), set: `noise ${rate}, seed ${seed}` };
    }),
  );
  printScores([...clean, ...dirty]);
  const exact = totalsOf([...clean, ...dirty]).map(({ all }) => all.exactArticles);
  const falls = exact.slice(1).map((value) => exact[0] - value);
  const fall = falls.reduce((sum, value) => sum + value, 0) / falls.length;
  console.log(`exact falls by ${fall.toFixed(3)} (gate ${NOISE_GATE})`);
  return fall > NOISE_GATE ? 1 : 0;
}

/** Figures that fell, printed. */
function worse(scored) {
  const before = readScores(file, TABLES.committed);
  const fallen = totalsOf(scored).flatMap(({ set, all }) =>
    SHOWN.flatMap(([name, key]) => {
      const was = before.get(set)?.get(name);
      const loss = LESS_IS_BETTER.has(name) ? all[key] - was : was - all[key];
      return loss > TOLERANCE ? [`${set} ${name}: ${was} → ${all[key].toFixed(3)}`] : [];
    }),
  );
  for (const line of fallen) console.error(`score: ${line}`);
  return fallen;
}
