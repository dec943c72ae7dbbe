/** The Electron host: the first module that Electron runs. */
import { app } from 'electron';
import { startApp } from './app.ts';

if (process.versions.electron) {
  // Before packaging, Electron's own first argument is the app's folder.
  await startApp(process.argv.slice(app.isPackaged ? 1 : 2), process.env.INIT_CWD ?? process.cwd());
}
