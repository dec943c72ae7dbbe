/** Who this process is, and whether another one of this machine still runs. */
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from './files.ts';

interface ProcessId {
  readonly host: string;
  readonly pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly startTime: string | null;
}

export interface Processes {
  self(): Promise<ProcessId>;
  /** Whether that process of *this* machine still runs. When in doubt it does. */
  isRunning(id: Pick<ProcessId, 'pid' | 'startTime'>): Promise<boolean>;
}

export const realProcesses: Processes = {
  self: async () => ({ host: hostname(), pid: process.pid, startTime: await startTimeOf(process.pid) }),

  async isRunning({ pid, startTime }) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (codeOf(error) === 'ESRCH') return false; // EPERM: it runs, as another user
    }
    const running = await startTimeOf(pid);
    return startTime === null || running === null || startTime === running;
  },
};

/** Linux: the boot's id and the clock ticks from boot to the start of the process (field 22 of its stat). */
async function startTimeOf(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold blanks and parentheses itself.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks ? `${boot}:${ticks}` : null;
  } catch {
    return null;
  }
}
