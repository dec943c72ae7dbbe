/** Scores of every issue by models that have not seen it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { segmentWith } from '../../electron/segmenter/segment.ts';
import { buildDocument } from '../../shared/document/build.ts';
import { SHARED } from './gold.mjs';

const { readGold, readPrediction, score, total } = await import(pathToFileURL(join(SHARED, 'eval/evaluate.mjs')).href);

const SOURCE = { name: '', sha256: '', encoding: 'utf-8', bom: false, lineEnd: 'lf' };

/** The score sheet's figures of one issue. */
export function scoreOf(issue, experts) {
  const { proposal } = segmentWith(experts, issue.issue.text);
  const document = buildDocument({
    issue: issue.issue,
    review: proposal.review,
    doubts: [],
    source: SOURCE,
    sha256: '',
  });
  return { set: issue.set, name: issue.name, ...score(readGold(issue.base), readPrediction(document)) };
}

export const SHOWN = [
  ['exact', 'exactArticles'],
  ['bcubed', 'bcubed'],
  ['heads', 'headLines'],
  ['head text', 'headText'],
  ['headless', 'headlessRight'],
  ['byline F1', 'bylineF1'],
  ['paragraph F1', 'paragraphF1'],
  ['roles', 'roles'],
  ['effort', 'effortPerArticle'],
  ['lost', 'lost'],
  ['twice', 'twice'],
];

/** The score sheet's totals of each set, in the order in which the sets first come. */
export const totalsOf = (rows) =>
  [...new Set(rows.map((row) => row.set))].map((set) => ({ set, all: total(rows.filter((row) => row.set === set)) }));

/** Prints a row for each set. */
export function printScores(rows) {
  console.log(['set'.padEnd(20), ...SHOWN.map(([name]) => name.padStart(13))].join(''));
  for (const { set, all } of totalsOf(rows)) {
    const cells = SHOWN.map(([, key]) =>
      Number.isInteger(all[key]) ? String(all[key]) : Number.isFinite(all[key]) ? all[key].toFixed(3) : '–',
    );
    console.log([set.padEnd(20), ...cells.map((cell) => cell.padStart(13))].join(''));
  }
}

/** Scores of every issue by models that have not seen it. */
export function crossValidate(issues, models) {
  const rows = issues.map((issue) => scoreOf(issue, models[issue.fold]));
  printScores(rows);
  return rows;
}
