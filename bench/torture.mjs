#!/usr/bin/env node
/**
 * npm run torture -- [--minutes N] [--seed S]: faults at the size of a night. Runs the ordeals in turn until the time is
 * over (each at least once) and prints a table: fault, runs, acknowledged edits, lost, refused starts, and the upper
 * bound that so many runs prove (no loss in n runs: fewer than 3/n, with 95 % confidence). Exit code 1 at any loss; the
 * seed that is printed with it repeats the run.
 */
import { parseArgs } from 'node:util';
import { NOTHING, sum } from '../electron/desk/testing/torture/ordeal.ts';
import { PROCESSES } from '../electron/desk/testing/torture/processes.ts';
import { SIMULATED } from '../electron/desk/testing/torture/simulated.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const first = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(first)) {
  process.stderr.write('torture: --minutes is a number above 0, --seed a whole number.\n');
  process.exit(2);
}

const end = Date.now() + minutes * 60_000;
const totals = new Map([...SIMULATED, ...PROCESSES].map((ordeal) => [ordeal, NOTHING]));
let isBad = false;
for (let seed = first; seed === first || Date.now() < end; seed++) {
  for (const [ordeal, total] of totals) {
    if (seed > first && Date.now() >= end) break;
    totals.set(ordeal, sum(total, await undergo(ordeal, seed)));
  }
}
printTable();
process.exitCode = isBad ? 1 : 0;

async function undergo(ordeal, seed) {
  try {
    const outcome = await ordeal.run(seed);
    if (outcome.lost > 0 || outcome.refused > 0)
      complain(ordeal, seed, `${outcome.lost} lost, ${outcome.refused} refused`);
    return outcome;
  } catch (error) {
    complain(ordeal, seed, error.message);
    return NOTHING;
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
  const number = (value) => String(value).padStart(8);
  line('row', 'fault'.padEnd(width), ...['runs', 'acked', 'lost', 'refused', 'bound'].map((head) => head.padStart(8)));
  for (const [{ row, name }, { runs, acknowledged, lost, refused }] of rows) {
    const bound = lost + refused === 0 && runs > 3 ? `${(300 / runs).toPrecision(2)} %` : '–';
    line(String(row).padStart(3), name.padEnd(width), ...[runs, acknowledged, lost, refused, bound].map(number));
  }
}
