/**
 * A volume that is really full: a small tmpfs in a mount namespace of its own, so that nothing stays mounted and no
 * other process sees it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { between, randomFrom } from '../random.ts';
import type { Ordeal, Outcome } from './ordeal.ts';

const SCRIPT = join(import.meta.dirname, '../full-volume-process.ts');

/** Runs the rest of the arguments with a tmpfs of `$1` KiB on `$2`; root in its own namespace may mount there. */
const MOUNTED = 'mount -t tmpfs -o size="$1"k galley "$2" && shift 2 && exec "$@"';
const inNamespace = (kib: number, folder: string, command: readonly string[]): readonly string[] =>
  [['-rm'], ['sh', '-c', MOUNTED, 'sh', String(kib), folder], command].flat();

/** Whether this machine lets a process mount a volume of its own: Linux with user namespaces, or root. */
export const canMount = (): boolean =>
  process.platform === 'linux' && spawnSync('unshare', [...inNamespace(64, '/mnt', ['true'])]).status === 0;

export const fullVolume: Ordeal = {
  row: 4,
  each: 1,
  nightly: 100,
  name: 'a real volume (tmpfs) full, then with room again',
  async run(seed): Promise<Outcome> {
    const folder = await mkdtemp(join(tmpdir(), 'galley-volume-'));
    try {
      const kib = between(randomFrom(seed), 64, 1024);
      const command = inNamespace(kib, folder, [process.execPath, SCRIPT, folder]);
      const { stdout } = await promisify(execFile)('unshare', [...command]);
      return JSON.parse(stdout) as Outcome; // our own process prints it
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
