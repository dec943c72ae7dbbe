/**
 * A process that edits an issue and exports it after each edit, until it is killed: `node exporting-process.ts
 * DATA_FOLDER COUNT ISSUE`. Prints `ack 0 N` for each acknowledgement and `exported N` when that edit is in the export.
 */
import { plainProfile } from '../../../shared/contract/profile.ts';
import { realFiles } from '../files.ts';
import { realProcesses } from '../processes.ts';
import { rig, send } from './rig.ts';
import { QUIET } from './torture/ordeal.ts';

const [dataFolder = '', , issue = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const desk = rig(realFiles, { dataFolder, processes: realProcesses, pauses: QUIET });
const file = await desk.start(issue);
for (let n = 1; ; n++) {
  await send(desk, file, n, n, (seq) => void say(`ack 0 ${seq}`));
  await desk.service['export.write']({ file, profile: plainProfile('json') });
  say(`exported ${n}`);
}
