/** A browser of the Chromium family on this machine. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PATHS = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Path of the program, or null. `$GALLEY_CHROMIUM` goes before all that is found. */
export function findBrowser({ env = process.env, platform = process.platform } = {}) {
  if (env.GALLEY_CHROMIUM) return env.GALLEY_CHROMIUM;
  if (platform === 'darwin') return findMac(env);
  if (platform === 'win32') return findWindows(env);
  return findOnPath(NAMES, env);
}

const findMac = (env) =>
  ['/Applications', join(env.HOME ?? '', 'Applications')]
    .flatMap((folder) => MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)))
    .find(existsSync) ?? null;

const findWindows = (env) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, ...path)))
    .find(existsSync) ?? null;

/** The first of these programs on the PATH that can be run, or null. */
export function findOnPath(names, env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names)
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  return null;
}
