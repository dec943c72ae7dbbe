/** Where Galley keeps what is not beside an issue: settings, recent files, copies of the samples, reviews of read-only folders. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: homedir() });

/** `$GALLEY_DATA`, else the system's own place for an app's data. An absolute path; the folder may not exist yet. */
export function dataFolder({ env, platform, home }: Surroundings = here()): string {
  if (env.GALLEY_DATA) return resolve(env.GALLEY_DATA);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Galley');
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Galley');
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'galley');
}
