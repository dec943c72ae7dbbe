/** The `galley` command as it is built, for specs that run it. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dist, root } from './kit/programs.ts';

/** Output and exit code of a `galley` command; `data`: its data folder, absent: the machine's own. */
export async function galley(args: readonly string[], data?: string) {
  const env = { ...process.env, FORCE_COLOR: '0', ...(data && { GALLEY_DATA: data }) };
  const cli = join(dist, 'electron', 'cli.js');
  try {
    return { ...(await promisify(execFile)(process.execPath, [cli, ...args], { cwd: root, env })), code: 0 };
  } catch (error) {
    return error as { stdout: string; stderr: string; code: number }; // what execFile rejects with
  }
}

/**
 * A folder for scripts. They import `galley/kit`, so they lie where that is installed: in the checkout, out of git's sight.
 * One a worker: each clears away its own.
 */
export function scriptsFolder(name: string) {
  const folder = join(root, `test-results-${name}-${process.pid}`);
  return {
    folder,
    make: () => void mkdirSync(folder, { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
