#!/usr/bin/env node
/** npm run package:npm: the npm package, in release/npm/ (or the folder that is named). Prints its path and size. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packNpm } from './packing/npm.mjs';
import { setup } from './setup.mjs';
import { invokedFrom, root, runScript } from './setup-here.mjs';

await runScript(async () => {
  await setup();
  const [named] = process.argv.slice(2);
  const tarball = await packNpm(named ? resolve(invokedFrom, named) : join(root, 'release', 'npm'));
  process.stdout.write(`${tarball} ${(statSync(tarball).size / 1e6).toFixed(2)} MB\n`);
});
