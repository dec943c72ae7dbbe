/**
 * A review that is edited COUNT times in one process, in bursts as people make them: `node --expose-gc
 * long-review-process.ts FOLDER COUNT`. Prints one line of JSON: what was acknowledged and found again, bytes that the
 * process held after a tenth, half and all of the edits, and unhandled rejections.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realFiles } from '../files.ts';
import { realProcesses } from '../processes.ts';
import { rig, send, TEXT } from './rig.ts';
import { isSent, QUIET } from './torture/ordeal.ts';

const [folder = '', given = '0'] = process.argv.slice(2);
const count = Number(given);
/** Edits that wait for one acknowledgement. */
const BURST = 20;

let rejections = 0;
process.on('unhandledRejection', () => rejections++);

const held = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const issue = join(folder, 'daily.txt');
writeFileSync(issue, TEXT.repeat(200));
const ports = { dataFolder: join(folder, 'data'), processes: realProcesses, pauses: QUIET };
const desk = rig(realFiles, ports);
const file = await desk.start(issue);
const memory: number[] = [];
let acknowledged = 0;
for (let next = 1; next <= count; next += BURST) {
  const burst = Array.from({ length: BURST }, (_, i) => next + i);
  await Promise.all(burst.map((n) => send(desk, file, n, n)));
  acknowledged = next + BURST - 1;
  if ([count / 10, count / 2, count].includes(acknowledged)) memory.push(held());
}
await desk.desk.close();
const later = rig(realFiles, ports);
const { entries } = await later.service['issue.review']({ file: await later.start(issue) });
const found = entries.filter(isSent).length;
await later.desk.close();
process.stdout.write(`${JSON.stringify({ acknowledged, found, memory, rejections })}\n`);
