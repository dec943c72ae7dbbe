/** Electron's binary: it comes without one, and is fetched once. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memory, node, root, run, say } from './setup-here.mjs';

const TRY_MS = 10_000;
const folder = join(root, 'node_modules', 'electron');
const noteFile = join(memory, 'electron.json');

/** Path of the binary, or null. Never `require('electron')`: that would download it. */
export function electronBinary(env = process.env) {
  if (env.GALLEY_ELECTRON) return env.GALLEY_ELECTRON;
  const name = read(join(folder, 'path.txt'));
  const binary = name && join(folder, 'dist', name.trim());
  return binary && existsSync(binary) ? binary : null;
}

/**
 * The binary, fetched if need be: one try of 10 seconds for each version of Electron, whose outcome is remembered in
 * .setup/. `again`: try though it failed before.
 */
export async function fetchElectron({ again = false } = {}) {
  const here = electronBinary();
  if (here) return here;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!again && JSON.parse(read(noteFile) ?? '{}').version === version) return null;
  say(`fetching Electron ${version} (10 seconds at most, tried once) …`);
  await run(node(), [join(folder, 'install.js')], { timeout: TRY_MS, stdio: 'ignore' });
  const got = electronBinary();
  mkdirSync(memory, { recursive: true });
  writeFileSync(noteFile, JSON.stringify({ version, got: got !== null, tried: new Date().toISOString() }));
  return got;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
