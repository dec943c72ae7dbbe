#!/usr/bin/env node
/** The process of the `galley` command: its streams, folder, environment and signals. */
import { runGalley } from './galley.ts';

/**
 * The folder that the person stood in. npm changes into the package and says in INIT_CWD where it came from; that is
 * meant for us only when npm runs the script `galley` itself, not when another script calls us where it wants.
 */
function folder(): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return INIT_CWD && (script === undefined || script === 'galley') ? INIT_CWD : process.cwd();
}

/** Until it is called, a signal ends the process at once, as signals do. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

const { stdin, stdout, stderr, env } = process;
// Each write is told of its own error; without a listener the stream's would end the process with a stack.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
process.exitCode = await runGalley(process.argv.slice(2), { stdin, stdout, stderr, env, folder: folder(), stopped });
