#!/usr/bin/env node
/**
 * npm run -s galley -- COMMAND …: the command line of the checkout. Installs and builds first where that is stale, with
 * all output on stderr, then runs the built command in the folder it was called from.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setup } from './setup.mjs';
import { dist, environment, invokedFrom, node, runScript } from './setup-here.mjs';

await runScript(async () => {
  await setup();
  const cli = spawn(node(), [join(dist, 'electron', 'cli.js'), ...process.argv.slice(2)], {
    cwd: invokedFrom,
    env: environment(),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cli.kill(signal));
  const [code, signal] = await once(cli, 'exit');
  return code ?? (signal === 'SIGINT' ? 130 : 143);
});
