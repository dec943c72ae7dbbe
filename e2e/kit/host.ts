/** A Node host of the test's own, started, stopped and killed by its handle. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dist } from './programs.ts';

export interface RunningHost {
  /** Where its window goes, once. */
  readonly url: string;
  readonly pid: number;
  /** As a person quits: everything is written first. */
  stop(): Promise<void>;
  /** As a power cut: SIGKILL, nothing is written any more. */
  kill(): Promise<void>;
}

/** Starts `dist/electron/host.js` on `files`, with its data in `data`. Throws with what it said when it can't start. */
export async function startHost(data: string, files: readonly string[]): Promise<RunningHost> {
  const child = spawn(process.execPath, [join(dist, 'electron', 'host.js'), ...files], {
    env: { ...process.env, GALLEY_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (bytes) => said.push(String(bytes)));
  const url = await readyUrl(child);
  if (!url) throw new Error(`The Node host did not start: ${said.join('') || `exit code ${child.exitCode}`}`);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  // A child that printed its address has a pid.
  return { url, pid: child.pid as number, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function readyUrl(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const ready: unknown = JSON.parse(line);
    if (typeof ready === 'object' && ready !== null && 'url' in ready) return String(ready.url);
  }
  return null;
}
