/** The app's life against a stand-in of Electron, with a real desk behind it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { IssueRow } from '../../shared/contract/issue.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import type { DeskPorts } from '../desk/desk.ts';
import { filesOf, startApp } from './app.ts';
import { CALL_CHANNEL } from './channels.ts';
import { app, BrowserWindow, dialog, ipcMain, Menu, renderer, resetElectron, session } from './testing/electron.ts';

vi.mock('electron', async () => {
  const { module } = await import('./testing/electron.ts');
  return { ...module, default: module };
});

let folder = '';
// Tests run on sources, which have no build around them.
vi.mock('../host/build.ts', () => ({
  findBuild: () => ({
    window: join(folder, 'renderer'),
    preload: join(folder, 'preload.cjs'),
    worker: pathToFileURL(join(folder, 'worker.js')),
    samples: join(folder, 'samples'),
  }),
}));

// A desk that owes edits when a test says so; the desk's own tests make it owe by full disks.
let owing = false;
vi.mock('../desk/desk.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../desk/desk.ts')>();
  return { ...real, createDesk: (ports: DeskPorts) => ({ ...real.createDesk(ports), isOwing: async () => owing }) };
});

const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeEach(() => {
  resetElectron();
  owing = false;
  folder = mkdtempSync(join(tmpdir(), 'galley-app-'));
  for (const name of ['renderer', 'samples', 'data']) mkdirSync(join(folder, name));
  write('renderer/index.html', '<!doctype html>');
  write('samples/sample.txt', '本报讯 样张。\n');
  vi.stubEnv('GALLEY_DATA', join(folder, 'data'));
});
afterEach(async () => {
  app.quit();
  await vi.waitFor(() => expect(app.calls.at(-1)).toBe('quit'));
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const call = async <T>(name: string, args: unknown = {}): Promise<T> => {
  const reply = (await renderer.invoke(CALL_CHANNEL, name, args)) as Reply;
  if (!reply.ok) throw new Error(reply.problem.key);
  // The contract says what the call gives.
  return reply.result as T;
};
const lastWindow = () => BrowserWindow.all[BrowserWindow.all.length - 1] as BrowserWindow;
const eventsOf = (window: BrowserWindow) => window.webContents.sent.map(({ message }) => message);

describe('before anything is shown', () => {
  test('4, 18: all processes are sandboxed and the scheme is registered before the app is ready', async () => {
    await startApp([], '/');
    expect(app.beforeReady).toMatchObject({ sandboxed: true, schemes: [{ scheme: 'app' }] });
  });

  test('the data folder is the one of the Node host', async () => {
    await startApp([], '/');
    expect(app.userData).toBe(join(folder, 'data'));
  });

  test('12, 13, 14: every page that will ever be made is guarded', async () => {
    await startApp([], '/');
    const another = new BrowserWindow();
    for (const { webContents } of [lastWindow(), another]) {
      expect(webContents.openHandler?.()).toEqual({ action: 'deny' });
      for (const event of ['will-navigate', 'will-attach-webview', 'will-redirect'])
        expect(webContents.listenerCount(event), event).toBe(1);
    }
  });

  test('1, 5: the session is guarded before a window is made', async () => {
    const guarded: boolean[] = [];
    app.on('web-contents-created', () => guarded.push(session.defaultSession.permissionCheck?.() === false));
    session.defaultSession.permissionCheck = null;
    await startApp([], '/');
    expect(guarded).toEqual([true]);
  });

  test('the window has our preload', async () => {
    await startApp([], '/');
    expect(lastWindow().options.webPreferences).toMatchObject({
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
  });

  test('17: nothing but our one channel is answered', async () => {
    await startApp([], '/');
    expect([...ipcMain.handlers.keys()]).toEqual([CALL_CHANNEL]);
    expect(ipcMain.eventNames()).toEqual([]);
  });
});

describe('what it opens', () => {
  test('the files of the command line, found from where the person stood', async () => {
    write('page one.txt', '甲');
    await startApp(['--no-sandbox', 'page one.txt'], folder);
    const { opened, host, canPick } = await call<AppInfo>('app.info');
    expect(opened.map(({ name }) => name)).toEqual(['page one.txt']);
    expect([host, canPick]).toEqual(['electron', true]);
  });

  test('a copy of the sample when nothing is named', async () => {
    await startApp([], '/');
    const { opened } = await call<AppInfo>('app.info');
    expect(opened.map(({ name, folder: shown }) => [name, shown])).toEqual([
      ['sample.txt', join(folder, 'data', 'samples')],
    ]);
  });

  test('switches are no files', () => {
    expect(filesOf(['--inspect=0', '', 'a.txt', '-x', '/b.txt'], '/desk')).toEqual(['/desk/a.txt', '/b.txt']);
  });

  test("what the person picks in the system's dialog, and nothing when she thinks better of it", async () => {
    await startApp([], '/');
    dialog.openAnswer = { canceled: false, filePaths: [write('picked.txt', '乙')] };
    const picked = await call<readonly IssueRow[]>('issues.pick');
    expect(picked.map(({ name }) => name)).toEqual(['picked.txt']);
    expect(dialog.asked).toMatchObject([{ title: '打开报纸', properties: ['openFile', 'multiSelections'] }]);
    dialog.openAnswer = { canceled: true, filePaths: ['/etc/passwd'] };
    expect(await call('issues.pick')).toEqual([]);
  });
});

describe('a second start', () => {
  test('hands its files to the first and ends', async () => {
    app.gotLock = false;
    await startApp(['late.txt'], folder);
    expect(app.lockData).toEqual({ files: [join(folder, 'late.txt')] });
    expect(app.calls).toContain('quit');
    expect(BrowserWindow.all).toEqual([]);
    expect(ipcMain.handlers.size).toBe(0);
  });

  test('shows its files in the window that is there', async () => {
    await startApp([], '/');
    const files = [write('late.txt', '丙')];
    app.emit('second-instance', {}, [], '/', { files });
    await vi.waitFor(() => expect(lastWindow().focused).toBe(1));
    expect(eventsOf(lastWindow())).toMatchObject([
      { event: 'issues.opened', data: { issues: [{ name: 'late.txt' }] } },
    ]);
    expect(BrowserWindow.all).toHaveLength(1);
  });

  test.each([undefined, null, { files: 'late.txt' }, { files: [1] }, 'late.txt'])(
    'that hands over %j opens nothing',
    async (handed) => {
      await startApp([], '/');
      app.emit('second-instance', {}, [], '/', handed);
      await vi.waitFor(() => expect(lastWindow().focused).toBe(1));
      expect(eventsOf(lastWindow())).toEqual([]);
    },
  );

  test('macOS: a file opened from the desktop', async () => {
    await startApp([], '/');
    app.emit('open-file', { preventDefault: () => undefined }, write('dropped.txt', '丁'));
    await vi.waitFor(() => expect(eventsOf(lastWindow())).toMatchObject([{ event: 'issues.opened' }]));
  });
});

describe('the menu', () => {
  const labels = () => Menu.template.map((menu: MenuItemConstructorOptions) => menu.label);

  test('has the language of the window, also when that changes', async () => {
    await startApp([], '/');
    expect(labels()).toContain('审校');
    await call('settings.set', { language: 'en' });
    expect(labels()).toContain('Review');
    expect(Menu.applied).toBe(Menu.template);
  });

  test('has words for each of its items in both languages', async () => {
    await startApp([], '/');
    for (const language of ['en', 'zh']) {
      await call('settings.set', { language });
      const all = Menu.template.flatMap((menu: MenuItemConstructorOptions) => [
        menu.label,
        ...(Array.isArray(menu.submenu) ? menu.submenu.map(({ label }) => label) : []),
      ]);
      for (const label of all) expect(label ?? '').not.toMatch(/^(?:menu|command|native)\./);
    }
  });

  test('sends its commands to the window', async () => {
    await startApp([], '/');
    const [file] = Menu.template;
    const [open] = Array.isArray(file?.submenu) ? file.submenu : [];
    open?.click?.(undefined as never, undefined, undefined as never);
    expect(eventsOf(lastWindow())).toEqual([{ event: 'menu.command', data: { command: 'desk.open' } }]);
  });
});

describe('the end', () => {
  test('waits for the desk, then quits', async () => {
    await startApp([], '/');
    app.quit();
    expect(app.calls.at(-1)).toBe('quit prevented');
    await vi.waitFor(() => expect(app.calls.at(-1)).toBe('quit'));
    expect(dialog.asked).toEqual([]);
  });

  test('asks when edits would be lost, and stays unless told otherwise', async () => {
    await startApp([], '/');
    owing = true;
    app.quit();
    await vi.waitFor(() => expect(dialog.asked).toMatchObject([{ type: 'warning', defaultId: 0, cancelId: 0 }]));
    expect(app.calls).not.toContain('quit');
    dialog.boxAnswer = 1;
    app.quit();
    await vi.waitFor(() => expect(app.calls.at(-1)).toBe('quit'));
  });

  test('comes with the last window, but not on macOS', async () => {
    await startApp([], '/');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
    app.emit('window-all-closed');
    expect(app.calls).not.toContain('quit prevented');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    app.emit('window-all-closed');
    expect(app.calls).toContain('quit prevented');
  });
});

test("settings are in the same file as the Node host's", async () => {
  await startApp([], '/');
  await call('settings.set', { theme: 'dark' });
  expect(JSON.parse(readFileSync(join(folder, 'data', 'config.json'), 'utf8'))).toMatchObject({
    settings: { theme: 'dark' },
  });
});
