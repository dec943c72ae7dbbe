/** The app's life in Electron: one instance, one desk, its window, menu and dialogs; nothing is lost at the end. */
import { resolve } from 'node:path';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { z } from 'zod';
import en from '../../resources/locales/en.json' with { type: 'json' };
import zh from '../../resources/locales/zh.json' with { type: 'json' };
import { type Language, languageOf } from '../../shared/language.ts';
import { VERSION } from '../cli/version.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import { readSettings, type SettingsPort } from '../desk/settings.ts';
import { findBuild } from '../host/build.ts';
import { dataFolder } from '../host/data-folder.ts';
import { openSampleIssues } from '../host/samples.ts';
import { surviveFileLimits } from '../host/signals.ts';
import { orForget } from '../host/store.ts';
import type { Log } from '../log/log.ts';
import { beginRun } from '../log/run-log.ts';
import { askForFolder, askForIssues, askForPicture, askForTarget } from './dialogs.ts';
import { emitToWindows, serveCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { registerScheme, servePage } from './protocol.ts';
import { guardContents, guardSession } from './security.ts';
import { openElectronStore } from './store.ts';
import { bringForward, openWindow } from './window.ts';
import { type Words, wordsFrom } from './words.ts';

/** What a second start hands to the first. */
const handedSchema = z.object({ files: z.array(z.string()) });

/** Everything that has to be said before the app is ready, and then the app. */
export async function startApp(argv: readonly string[], folder: string): Promise<void> {
  app.enableSandbox();
  registerScheme();
  app.setPath('userData', dataFolder());
  const files = filesOf(argv, folder);
  if (!app.requestSingleInstanceLock({ files })) return app.quit();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // macOS says which file to open before the app is ready.
  const early: string[] = [];
  const takeEarly = (event: { preventDefault(): void }, path: string) => {
    event.preventDefault();
    early.push(path);
  };
  app.on('open-file', takeEarly);
  await app.whenReady();
  app.off('open-file', takeEarly);
  await run([...files, ...early]);
}

/** The files among the arguments: not the switches, which Chromium has many of. */
export const filesOf = (argv: readonly string[], folder: string): readonly string[] =>
  argv.filter((argument) => argument !== '' && !argument.startsWith('-')).map((file) => resolve(folder, file));

async function run(files: readonly string[]): Promise<void> {
  const build = findBuild();
  const store = orForget(openElectronStore);
  const words: Words = (path) => wordsOf(store)(path);
  const settings = telling(store, () => setMenu(words));
  surviveFileLimits();
  const log = beginRun(app.getPath('userData'), 'electron', VERSION);
  const desk = createDesk({
    log,
    settings,
    emit: emitToWindows,
    workerUrl: build.worker,
    dataFolder: app.getPath('userData'),
    host: 'electron',
    version: VERSION,
    locales: app.getPreferredSystemLanguages(),
    pick: () => askForIssues(words('native.pick')),
    pickPicture: () => askForPicture(words('native.pickPicture')),
    pickFolder: () => askForFolder(words('native.pickFolder')),
    chooseTarget: (suggested) => askForTarget(words('native.export'), suggested),
  });
  if (files.length > 0) await desk.open(files);
  else await openSampleIssues(desk, build.samples, languageIn(store));
  guardSession(session.defaultSession);
  servePage(build.window, desk.dataAt);
  serveCalls(desk.service);
  setMenu(words);
  const open = () => openWindow({ preload: build.preload, store, log });
  open();
  openLater(desk, open);
  endWell(desk, words, log);
}

/** Files that come while the app runs, and a window again where macOS keeps an app without one. */
function openLater(desk: Desk, open: () => BrowserWindow): void {
  const take = async (files: readonly string[]) => {
    const [window] = BrowserWindow.getAllWindows();
    if (files.length > 0) await desk.open(files, true);
    bringForward(window ?? open());
  };
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    const parsed = handedSchema.safeParse(handed);
    void take(parsed.success ? parsed.data.files : []);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void take([path]);
  });
  app.on('activate', () => void take([]));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** Before it quits, the desk writes what it owes; what it can't write, it asks about: that would be lost. */
function endWell(desk: Desk, words: Words, log: Log): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void (async () => {
      if ((await desk.isOwing()) && !(await quitsAnyway(words))) return;
      await desk.close();
      log.close();
      ended = true;
      app.quit();
    })();
  });
}

async function quitsAnyway(words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: words('native.owing'),
    buttons: [words('native.stay'), words('native.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

function wordsOf(settings: SettingsPort): Words {
  return languageIn(settings) === 'zh' ? wordsFrom(zh, en) : wordsFrom(en);
}

const languageIn = (settings: SettingsPort): Language =>
  languageOf(readSettings(settings).language, app.getPreferredSystemLanguages());

function setMenu(words: Words): void {
  const send = (command: string) => emitToWindows('menu.command', { command });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ words, send, platform: process.platform })));
}

/** The settings, telling when they were changed: the menu has the language of the window. */
const telling = (settings: SettingsPort, changed: () => void): SettingsPort => ({
  get: (key) => settings.get(key),
  set(key, value) {
    settings.set(key, value);
    if (key === 'settings') changed();
  },
});
