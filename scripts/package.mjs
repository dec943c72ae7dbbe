#!/usr/bin/env node
/**
 * npm run package: the desktop application as installers for this system, in release/. Arguments go to electron-builder
 * (`npm run package -- --linux deb`). Needs Electron's binary, which is fetched if it can be had.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceText } from './packing/licences.mjs';
import { setup } from './setup.mjs';
import { environment, node, root, run, runScript, say } from './setup-here.mjs';
import { electronBinary, fetchElectron } from './start-electron.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  await setup();
  writeFileSync(join(root, 'THIRD-PARTY-LICENSES.txt'), licenceText(root));
  const brought = args.some((arg) => arg.startsWith('-c.electronDist'));
  if (!brought && !(electronBinary() ?? (await fetchElectron({ again: true })))) {
    say("Electron's binary can't be had here: nothing was packed. Try again where github.com can be reached.");
    return 1;
  }
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  return run(node(), [builder, ...args], { env: environment(), stdio: ['ignore', 'inherit', 'inherit'] });
});
