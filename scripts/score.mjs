#!/usr/bin/env node
/**
 * `npm run score`: the score sheet's figures of all sets beside the checkout, with the committed models. Prints them and
 * writes docs/scores.md. `--check` writes nothing and fails when a figure is worse than the committed one by more than 0.01.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { MODELS } from '../electron/segmenter/learned/models.generated.ts';
import { SEGMENTER_VERSION } from '../electron/segmenter/segment.ts';
import { CORPUS, hasCorpora, issuesOf } from './fit/gold.mjs';

const TOLERANCE = 0.01;
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
const rows = sets.flatMap((set) => issuesOf(set).map((issue) => scoreOf(issue, MODELS)));
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
