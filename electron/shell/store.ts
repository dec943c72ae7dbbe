/** Settings, recent files and window state in Electron: electron-store, the same file as the Node host's. */

import { join } from 'node:path';
import { app, ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsPort } from '../desk/settings.ts';
import { STORE_NAME, settingDamagedAside } from '../host/store.ts';

/** The store in Electron's userData folder. */
export function openElectronStore(): SettingsPort {
  const file = join(app.getPath('userData'), `${STORE_NAME}.json`);
  return settingDamagedAside(file, () => {
    const store = new ElectronStore<Record<string, unknown>>({
      name: STORE_NAME,
      accessPropertiesByDotNotation: false,
    });
    // electron-store answers any frame that asks where the data folder is; no page of ours needs to know.
    ipcMain.removeAllListeners('electron-store-get-data');
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  });
}
