/** The Electron host: the first module that Electron runs. */
import { app, dialog } from 'electron';
import { startApp } from './app.ts';

if (process.versions.electron) {
  // Before packaging, Electron's own first argument is the app's folder. No top-level await: Electron waits for this
  // module before it is ready, and startApp waits for that.
  startApp(process.argv.slice(app.isPackaged ? 1 : 2), process.env.INIT_CWD ?? process.cwd()).catch(
    (error: unknown) => {
      dialog.showErrorBox('Galley', error instanceof Error ? error.message : String(error));
      app.exit(1);
    },
  );
}
