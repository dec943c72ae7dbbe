/** Settings, recent files and window state of the Node host: one JSON file, written by conf as electron-store writes it. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';

/** What both hosts remember with. Values are JSON; each `set` writes the whole file. */
export interface Store {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Name of the file, without `.json`; the same in both hosts, so that they share it. */
export const STORE_NAME = 'config';

/** The store in the data folder, made when missing. A damaged file is set aside, never thrown away. */
export const openStore = (folder: string): Store =>
  settingDamagedAside(join(folder, `${STORE_NAME}.json`), () => {
    const conf = new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: STORE_NAME,
      // Keys are names, not paths: `a.b` is one key.
      accessPropertiesByDotNotation: false,
    });
    return { get: (key) => conf.get(key), set: (key, value) => conf.set(key, value) };
  });

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
