/** node_modules as package-lock.json says. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, Stop, say } from './setup-here.mjs';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** Lies in node_modules, so it goes when they go. */
const stampFile = join(modules, '.galley-lock');

/** Runs `npm ci` unless what is installed is what the lock names. */
export async function ensureDependencies() {
  const lock = readFileSync(lockFile);
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (read(stampFile) === stamp) return;
  if (!isInstalled(JSON.parse(String(lock)))) {
    say('installing dependencies (npm ci, about half a minute) …');
    if ((await npm(['ci', '--loglevel=error', '--no-audit', '--no-fund'])) !== 0)
      throw new Stop('The dependencies could not be installed; npm says above why. Is there a network?');
  }
  writeFileSync(stampFile, stamp);
}

/** Whether npm's own list of what it installed (by whoever) has every package of the lock, at its version. */
function isInstalled(lock) {
  const text = read(join(modules, '.package-lock.json'));
  if (!text) return false;
  const { packages } = JSON.parse(text);
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) =>
      path === '' || packages[path]?.version === version || (optional && !packages[path]),
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
