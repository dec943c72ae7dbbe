/** Settings, recent files and window state of the Node host: one JSON file, written by conf as electron-store writes it. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { memorySettings, type SettingsPort } from '../desk/settings.ts';

/** Name of the file, without `.json`; the same in both hosts, so that they share it. */
export const STORE_NAME = 'config';

/** The store in the data folder, made when missing. A damaged file is set aside, never thrown away. */
export const openStore = (folder: string): SettingsPort =>
  settingDamagedAside(join(folder, `${STORE_NAME}.json`), () => {
    const conf = new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: STORE_NAME,
      // Keys are names, not paths: `a.b` is one key.
      accessPropertiesByDotNotation: false,
    });
    return { get: (key) => conf.get(key), set: (key, value) => conf.set(key, value) };
  });

/** The store, or one that forgets at the end where its folder can't be written: no reason not to start. */
export function orForget(open: () => SettingsPort): SettingsPort {
  try {
    return open();
  } catch {
    return memorySettings();
  }
}

/**
 * Opens; when the file can't be parsed, renames it to `…damaged-TIME.json` and opens again: settings may be lost, the
 * start never.
 */
export function settingDamagedAside<T>(file: string, open: () => T, now = () => Date.now()): T {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    renameSync(file, file.replace(/\.json$/, `.damaged-${now()}.json`));
    return open();
  }
}
