/** Starts a process that edits issues (`editing-process.ts`), or one that exports them as well, and hears what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Seq } from '../../../shared/journal/entry.ts';

const SCRIPTS = {
  editing: join(import.meta.dirname, 'editing-process.ts'),
  exporting: join(import.meta.dirname, 'exporting-process.ts'),
};

export interface Editing {
  readonly script?: keyof typeof SCRIPTS;
  readonly dataFolder: string;
  readonly issues: readonly string[];
  /** Edits in each issue; 0: until it is killed. */
  readonly count?: number;
  /** The largest file that it may write, in blocks of 512 bytes. */
  readonly fileLimit?: number;
  /** Called with each line that it prints. */
  readonly hear?: (line: string, child: ChildProcess) => void;
}

/**
 * Resolves when the process has ended, to the last acknowledgement of each issue. Few processes that edit many issues:
 * most of the time goes into starting them.
 */
export function startEditing({
  script = 'editing',
  dataFolder,
  issues,
  count = 0,
  fileLimit,
  hear,
}: Editing): Promise<readonly Seq[]> {
  const command = [process.execPath, SCRIPTS[script], dataFolder, String(count), ...issues];
  const limited = ['/bin/sh', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'sh', ...command];
  const [program = '', ...args] = fileLimit === undefined ? command : limited;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const acknowledged = issues.map(() => 0);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, i, seq] = line.split(' ');
    if (what === 'ack') acknowledged[Number(i)] = Math.max(acknowledged[Number(i)] ?? 0, Number(seq));
    hear?.(line, child);
  });
  return new Promise((resolve) => child.on('close', () => resolve(acknowledged)));
}
