/**
 * npm run effort [-- SET… --issues N --each]: what a perfect editor needs to put the proposals right, in keys and edits.
 *
 * `--each` names each act and its keys. It knows the gold of ../shared/corpus and presses keys of the desk's real table (`press`, no browser), moving,
 * selecting and looking at a link's other end included, against making the same issue from nothing. Not in it:
 * paragraphs, corrections and names in bylines, and lines of which the gold is not certain.
 */

import { KINDS, type Repair, work } from './editor.ts';
import { hasCorpora, issuesOf, nothingOf, proposalOf, setsOf } from './gold.ts';

/** Issues of each set that are worked on unless `--issues` says otherwise. */
const ISSUES = 5;

const args = process.argv.slice(2);
const at = args.indexOf('--issues');
const most = at < 0 ? ISSUES : Number(args[at + 1]);
const isEach = args.includes('--each');
const sets = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));

if (!hasCorpora()) {
  console.log('effort: the corpora are not beside the checkout (../shared/corpus)');
  process.exit(0);
}

const sum = (repairs: readonly Repair[], of: 'keys' | 'edits') => repairs.reduce((all, repair) => all + repair[of], 0);
const cell = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–');

console.log('| set | issues | articles | keys | edits | from nothing: keys | edits | share of keys | lines left |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const all: Repair[] = [];
for (const set of sets.length > 0 ? sets : setsOf()) {
  const issues = issuesOf(set, most);
  const mended: Repair[] = [];
  const made: Repair[] = [];
  let left = 0;
  for (const issue of issues) {
    const fromProposal = await work(issue, proposalOf(issue));
    const fromNothing = await work(issue, nothingOf(issue));
    mended.push(...fromProposal.repairs);
    made.push(...fromNothing.repairs);
    left += fromProposal.left;
    if (isEach)
      for (const { kind, keys, pressed } of fromProposal.repairs) console.error(issue.name, kind, keys, pressed);
  }
  all.push(...mended);
  const articles = issues.reduce((count, issue) => count + issue.articles, 0);
  const cells = [
    sum(mended, 'keys') / articles,
    sum(mended, 'edits') / articles,
    sum(made, 'keys') / articles,
    sum(made, 'edits') / articles,
    sum(mended, 'keys') / sum(made, 'keys'),
  ].map(cell);
  console.log(`| ${set} | ${issues.length} | ${articles} | ${cells.join(' | ')} | ${left} |`);
}

console.log('\n| what was wrong | acts | keys an act | median |');
console.log('| --- | --- | --- | --- |');
for (const kind of KINDS) {
  const keys = all.filter((repair) => repair.kind === kind).map((repair) => repair.keys);
  const median = keys.toSorted((a, b) => a - b)[Math.floor(keys.length / 2)] ?? Number.NaN;
  console.log(`| ${kind} | ${keys.length} | ${cell(keys.reduce((a, b) => a + b, 0) / keys.length)} | ${median} |`);
}
