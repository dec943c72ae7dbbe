/**
 * A process that edits issues side by side and prints `ack I N` for each acknowledgement (I: which issue, from 0), until
 * it is killed or has made COUNT edits in each: `node editing-process.ts DATA_FOLDER COUNT ISSUE…` (COUNT 0: for ever).
 */
import { realFiles } from '../files.ts';
import { realProcesses } from '../processes.ts';
import { rig, send } from './rig.ts';

const [dataFolder = '', count = '0', ...issues] = process.argv.slice(2);
const last = Number(count) || Number.POSITIVE_INFINITY;
const say = (line: string) => process.stdout.write(`${line}\n`);

const desk = rig(realFiles, { dataFolder, processes: realProcesses, pauses: { retry: 100, follow: 100, watch: 1000 } });

async function edit(issue: string, i: number): Promise<void> {
  const file = await desk.start(issue);
  const { entries, readOnly } = await desk.service['issue.review']({ file });
  say(`${readOnly ? 'read-only' : 'open'} ${i} ${entries.length}`);
  if (readOnly) return;
  for (let next = entries.length + 1; next <= last; ) {
    // Bursts of one to three, as typing and gestures make them.
    const burst = Array.from({ length: 1 + (next % 3) }, (_, k) => next + k);
    await Promise.all(burst.map((n) => send(desk, file, n, n, (seq) => void say(`ack ${i} ${seq}`))));
    next += burst.length;
  }
}

await Promise.all(issues.map(edit));
await desk.desk.close();
say('closed');
