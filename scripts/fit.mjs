#!/usr/bin/env node
/**
 * `npm run fit`: fits the segmenter's models on the corpora beside the checkout and writes
 * electron/segmenter/learned/models.generated.ts. The same corpora give the same file. `--keep FILE` keeps the models of
 * every fold too (JSON, `{ press, scans }`), to look into the errors on issues that they have not seen.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SEGMENTER_VERSION } from '../electron/segmenter/segment.ts';
import { crossValidate } from './fit/cross-validate.mjs';
import { FIT_SETS, FOLDS, hasCorpora, issuesOf } from './fit/gold.mjs';
import { missingForPrint } from './fit/print/press.mjs';
import { printedOf } from './fit/printed.mjs';
import { TABLES, writeScores, writeSection } from './fit/score-sheet.mjs';
import { fitAll } from './fit/stages.mjs';
import { fitTrust, reliabilityTable } from './fit/trust.mjs';
import { variantsOf } from './fit/variants.mjs';
import { writtenExperts } from './fit/write.mjs';

/** Pages made anew for each fold of each press set (English has a third of the issues), and what one counts beside a real one. */
const VARIANTS = { 'press-zh': 32, 'press-en': 40 };
const VARIANT_WEIGHT = 0.2;
/** Pages really printed and read back, for each fold, and what one counts. */
const PRINTED = { 'press-zh': 20, 'press-en': 15 };
const PRINTED_WEIGHT = 0.2;

const root = resolve(fileURLToPath(import.meta.url), '../..');

if (!hasCorpora()) {
  console.error('fit: the corpora are not beside the checkout (../shared/corpus)');
  process.exit(1);
}
const missing = missingForPrint();
if (missing.length > 0) {
  console.error(`fit: pages are printed and read back; install ${missing.join(', ')}`);
  process.exit(1);
}
const started = performance.now();
const say = (what) => console.error(`${((performance.now() - started) / 1000).toFixed(1)} s  ${what}`);
const places = [];
const experts = {};
for (const [expert, sets] of Object.entries(FIT_SETS)) {
  const issues = sets.flatMap(({ set, weight }) => issuesOf(set, weight));
  const all = expert === 'press' ? [...issues, ...variantPages(issues), ...(await printedPages(issues))] : issues;
  say(`${expert}: ${all.length} issues read`);
  experts[expert] = fitAll(all, say);
  const trust = fitTrust(all, experts[expert]);
  trust.forests.forEach((forest, k) => {
    experts[expert][k].trust = forest;
  });
  // The scans' places are the scan expert's.
  places.push(...trust.places.filter(({ set }) => set.startsWith('alto') === (expert === 'scans')));
  say('trust');
}
/** The experts that have not seen fold k; for k = FOLDS those of all issues. */
const expertsOf = (k) => ({ press: experts.press[k], scans: experts.scans[k] });
const fitted = [...new Set(Object.values(FIT_SETS).flatMap((sets) => sets.map(({ set }) => set)))];
writeFileSync(`${root}/electron/segmenter/learned/models.generated.ts`, writtenExperts(expertsOf(FOLDS), fitted));
const kept = process.argv.indexOf('--keep');
if (kept > 0) writeFileSync(process.argv[kept + 1], JSON.stringify(experts));
console.log('Cross-validated by issue:');
const rows = crossValidate(
  [
    ...FIT_SETS.press,
    { set: 'alto-fr-layout' },
    { set: 'alto-de-layout' },
    { set: 'alto-fr-flat' },
    { set: 'alto-de-flat' },
  ].flatMap(({ set }) => issuesOf(set)),
  Array.from({ length: FOLDS }, (_, k) => expertsOf(k)),
);
writeScores(
  `${root}/docs/scores.md`,
  TABLES.crossValidated,
  rows,
  `Each issue by models fitted without it and its fold. ${new Date().toISOString().slice(0, 10)}, segmenter ${SEGMENTER_VERSION}.`,
);
writeSection(`${root}/docs/scores.md`, TABLES.reliability, reliabilityTable(places));
say('done');

/** Pages made of the articles of the press sets, a fold at a time. */
function variantPages(issues) {
  return Object.entries(VARIANTS).flatMap(([set, pages]) =>
    variantsOf(
      issues.filter((issue) => issue.set === set),
      `variant-${set}`,
      pages,
      VARIANT_WEIGHT,
    ),
  );
}

async function printedPages(issues) {
  const made = [];
  for (const [set, pages] of Object.entries(PRINTED))
    made.push(
      ...(await printedOf(
        issues.filter((issue) => issue.set === set),
        `printed-${set}`,
        pages,
        PRINTED_WEIGHT,
      )),
    );
  return made;
}
