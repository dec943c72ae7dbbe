#!/usr/bin/env node
/**
 * `npm run fit`: fits the segmenter's models on the corpora beside the checkout and writes
 * electron/segmenter/learned/models.generated.ts. The same corpora give the same file.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SEGMENTER_VERSION } from '../electron/segmenter/segment.ts';
import { crossValidate } from './fit/cross-validate.mjs';
import { FIT_SETS, hasCorpora, issuesOf } from './fit/gold.mjs';
import { TABLES, writeScores, writeSection } from './fit/score-sheet.mjs';
import { fitAll } from './fit/stages.mjs';
import { fitTrust, reliabilityTable } from './fit/trust.mjs';
import { variantsOf } from './fit/variants.mjs';
import { writtenModels } from './fit/write.mjs';

/** Pages made anew for each fold of each press set (English has a third of the issues), and what one counts beside a real one. */
const VARIANTS = { 'press-zh': 16, 'press-en': 32 };
const VARIANT_WEIGHT = 0.3;

const root = resolve(fileURLToPath(import.meta.url), '../..');

if (!hasCorpora()) {
  console.error('fit: the corpora are not beside the checkout (../shared/corpus)');
  process.exit(1);
}
const started = performance.now();
const say = (what) => console.error(`${((performance.now() - started) / 1000).toFixed(1)} s  ${what}`);
const issues = FIT_SETS.flatMap(({ set, weight }) => issuesOf(set, weight));
say(`${issues.length} issues read`);
const variants = Object.entries(VARIANTS).flatMap(([set, pages]) =>
  variantsOf(
    issues.filter((issue) => issue.set === set),
    `variant-${set}`,
    pages,
    VARIANT_WEIGHT,
  ),
);
say(`${variants.length} variant pages made`);
const models = fitAll([...issues, ...variants], say);
const { forests, places } = fitTrust([...issues, ...variants], models);
forests.forEach((trust, k) => {
  models[k].trust = trust;
});
say('trust');
writeFileSync(
  `${root}/electron/segmenter/learned/models.generated.ts`,
  writtenModels(
    models.at(-1),
    FIT_SETS.map((s) => s.set),
  ),
);
console.log('Cross-validated by issue:');
const rows = crossValidate(issues, models);
writeScores(
  `${root}/docs/scores.md`,
  TABLES.crossValidated,
  rows,
  `Each issue by models fitted without it and its fold. ${new Date().toISOString().slice(0, 10)}, segmenter ${SEGMENTER_VERSION}.`,
);
writeSection(`${root}/docs/scores.md`, TABLES.reliability, reliabilityTable(places));
say('done');
