/** The programs that the kit drives: a Chromium, or Electron where its binary is. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The checkout, and in it the build that is tested. */
export const root = resolve(import.meta.dirname, '../..');
export const dist = resolve(root, process.env.GALLEY_DIST ?? 'dist');

/** Works as root, without a network, without a graphics card; fonts are drawn alike on every machine. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** `$GALLEY_CHROMIUM`, else the first Chromium on the PATH. Throws with a sentence when there is none. */
export function chromiumPath(): string {
  if (process.env.GALLEY_CHROMIUM) return process.env.GALLEY_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
  if (!found) throw new Error('No Chromium on the PATH; install one or set GALLEY_CHROMIUM.');
  return found;
}

/** `$GALLEY_ELECTRON`, else the binary in node_modules, else null. Importing 'electron' here would download it. */
export function electronPath(): string | null {
  if (process.env.GALLEY_ELECTRON) return process.env.GALLEY_ELECTRON;
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
