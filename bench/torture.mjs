#!/usr/bin/env node
/**
 * npm run torture -- [--minutes N | --nightly] [--seed S]: faults at the size of a night. Runs the ordeals in turn until
 * the time is over (each at least once), or until each has the runs of a night, and prints a table: fault, runs,
 * acknowledged edits, lost, refused starts, and the upper bound that so many runs prove (no loss in n runs: fewer than
 * 3/n, with 95 % confidence). Exit code 1 at any loss; the seed that is printed with it repeats the run.
 */
import { parseArgs } from 'node:util';
import { NOTHING, sum } from '../electron/desk/testing/torture/ordeal.ts';
import { IN_MEMORY, IN_PROCESSES } from '../electron/desk/testing/torture/ordeals.ts';
import { canMount } from '../electron/desk/testing/torture/volume.ts';
import { BROWSER } from './torture/browser.ts';
import { WINDOWS } from './torture/window.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    nightly: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const minutes = Number(values.minutes);
const first = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(first)) {
  process.stderr.write('torture: --minutes is a number above 0, --seed a whole number.\n');
  process.exit(2);
}

const end = values.nightly ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000;
const totals = new Map([...IN_MEMORY, ...WINDOWS, ...IN_PROCESSES, ...BROWSER].map((ordeal) => [ordeal, NOTHING]));
let isBad = false;
for (let seed = first, isFirst = true, rest = true; rest && (isFirst || Date.now() < end); seed++, isFirst = false) {
  rest = false;
  for (const [ordeal, total] of totals) {
    if (total.runs >= ordeal.nightly) continue;
    rest = true;
    if (!isFirst && Date.now() >= end) break;
    totals.set(ordeal, sum(total, await undergo(ordeal, seed)));
  }
}
printTable();
if (!canMount()) process.stdout.write('Not run: a real full volume; nothing can be mounted here.\n');
process.exitCode = isBad ? 1 : 0;

async function undergo(ordeal, seed) {
  try {
    const outcome = await ordeal.run(seed);
    if (outcome.lost > 0 || outcome.refused > 0)
      complain(ordeal, seed, `${outcome.lost} lost, ${outcome.refused} refused`);
    return outcome;
  } catch (error) {
    complain(ordeal, seed, error.message);
    return { ...NOTHING, runs: 1, lost: 1 };
  }
}

function complain({ name }, seed, what) {
  isBad = true;
  process.stderr.write(`torture: ${name}: seed ${seed}: ${what}\n`);
}

function printTable() {
  const rows = [...totals].toSorted(([a], [b]) => a.row - b.row);
  const width = Math.max(...rows.map(([{ name }]) => name.length));
  const line = (...cells) => process.stdout.write(`${cells.join('  ')}\n`);
  const number = (value) => value.toLocaleString('en').padStart(9);
  const heads = ['runs', 'acked', 'lost', 'refused', 'bound', 'nightly'];
  line('row', 'fault'.padEnd(width), ...heads.map((head) => head.padStart(9)));
  for (const [{ row, name, nightly }, { runs, acknowledged, lost, refused }] of rows) {
    const bound = lost + refused === 0 && runs > 3 ? `${(300 / runs).toPrecision(2)} %` : '–';
    const cells = [runs, acknowledged, lost, refused].map(number);
    line(String(row).padStart(3), name.padEnd(width), ...cells, bound.padStart(9), number(nightly));
  }
  const all = [...totals.values()].reduce(sum, NOTHING);
  line('   ', 'all'.padEnd(width), ...[all.runs, all.acknowledged, all.lost, all.refused].map(number));
}
