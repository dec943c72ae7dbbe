/**
 * A stand-in for the `electron` module, as far as the shell uses it: it records what it is told, and lets a test play
 * the part of the system. Electron's own types hold it to the real shapes where values are passed on.
 *
 *     const electron = vi.hoisted(…)  can't import; so: vi.mock('electron', async () => (await import('./testing/electron.ts')).module)
 */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';

type Handler = (...args: readonly unknown[]) => unknown;

export class StandInContents extends EventEmitter {
  url = '';
  openHandler: (() => { action: string }) | null = null;
  readonly sent: { channel: string; message: unknown }[] = [];
  reloads = 0;
  setWindowOpenHandler(handler: () => { action: string }) {
    this.openHandler = handler;
  }
  getURL() {
    return this.url;
  }
  send(channel: string, message: unknown) {
    // IPC clones: a value that can't be cloned fails here as it does there.
    const copy = structuredClone(message);
    this.sent.push({ channel, message: copy });
    renderer.emit(channel, { sender: 'an event object that must not reach the page' }, copy);
  }
  reload() {
    this.reloads++;
  }
}

export class StandInWindow extends EventEmitter {
  static all: StandInWindow[] = [];
  static getAllWindows = () => StandInWindow.all;
  static getFocusedWindow = () => StandInWindow.all[0] ?? null;
  readonly webContents = new StandInContents();
  readonly options: BrowserWindowConstructorOptions;
  destroyed = false;
  shown = false;
  focused = 0;
  minimized = false;
  maximized = false;
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    StandInWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string) {
    this.webContents.url = url;
  }
  show() {
    this.shown = true;
  }
  focus() {
    this.focused++;
  }
  maximize() {
    this.maximized = true;
  }
  restore() {
    this.minimized = false;
  }
  isMinimized = () => this.minimized;
  isMaximized = () => this.maximized;
  isDestroyed = () => this.destroyed;
  getNormalBounds = () => this.bounds;
}

class StandInApp extends EventEmitter {
  readonly calls: string[] = [];
  userData = '/nowhere';
  gotLock = true;
  isPackaged = false;
  lockData: unknown;
  requestSingleInstanceLock(data?: unknown) {
    this.lockData = data;
    return this.gotLock;
  }
  getPath = (name: string) => (name === 'userData' ? this.userData : `/nowhere/${name}`);
  setPath(name: string, path: string) {
    if (name === 'userData') this.userData = path;
  }
  getVersion = () => '0.0.0-test';
  getName = () => 'galley';
  getPreferredSystemLanguages = () => ['zh-CN', 'en'];
  enableSandbox() {
    this.calls.push('enableSandbox');
  }
  /** What was called before the app was ready, as it was then. */
  whenReady = async () => {
    app.beforeReady = { sandboxed: app.calls.includes('enableSandbox'), schemes: protocol.schemes };
    return undefined;
  };
  beforeReady: unknown = null;
  /** Quits unless someone prevents it, as Electron does. */
  quit() {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    this.calls.push(prevented ? 'quit prevented' : 'quit');
  }
  exit(code: number) {
    this.calls.push(`exit ${code}`);
  }
  addRecentDocument(path: string) {
    this.calls.push(`recent ${path}`);
  }
}
export const app = new StandInApp();

class StandInSession extends EventEmitter {
  permissionRequest: ((contents: unknown, permission: string, decide: (ok: boolean) => void) => void) | null = null;
  permissionCheck: (() => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;
  beforeRequest: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null = null;
  setPermissionRequestHandler(handler: StandInSession['permissionRequest']) {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean) {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean) {
    this.devicePermission = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (listener: StandInSession['beforeRequest']) => {
      this.beforeRequest = listener;
    },
  };
}
export const session = { defaultSession: new StandInSession() };

class StandInIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler) {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new StandInIpcMain();

/** The frame that the stand-in's renderer calls from. */
export const frame: { parent: unknown; url: string } = { parent: null, url: 'app://galley/' };

class StandInIpcRenderer extends EventEmitter {
  /** Set: the main process does not answer any more. */
  dead = false;
  async invoke(channel: string, ...args: readonly unknown[]) {
    if (this.dead) throw new Error('Error invoking remote method: reply was never sent');
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler({ senderFrame: frame }, ...structuredClone(args)));
  }
}
export const renderer = new StandInIpcRenderer();

/** What preload put into the page. */
export const mainWorld: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown) {
    mainWorld[name] = api;
  },
};

export const protocol = {
  schemes: null as unknown[] | null,
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: unknown[]) {
    protocol.schemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    protocol.handlers.set(scheme, handler);
  },
};

export const dialog = {
  openAnswer: { canceled: true, filePaths: [] as string[] },
  saveAnswer: { canceled: true, filePath: '' },
  asked: [] as unknown[],
  async showOpenDialog(...args: readonly unknown[]) {
    dialog.asked.push(args.at(-1));
    return dialog.openAnswer;
  },
  async showSaveDialog(...args: readonly unknown[]) {
    dialog.asked.push(args.at(-1));
    return dialog.saveAnswer;
  },
  boxAnswer: 0,
  async showMessageBox(options: unknown) {
    dialog.asked.push(options);
    return { response: dialog.boxAnswer, checkboxChecked: false };
  },
  showErrorBox(...args: readonly string[]) {
    dialog.asked.push(args);
  },
};

export const Menu = {
  template: [] as MenuItemConstructorOptions[],
  buildFromTemplate(template: MenuItemConstructorOptions[]) {
    Menu.template = template;
    return template;
  },
  applied: null as unknown,
  setApplicationMenu(menu: unknown) {
    Menu.applied = menu;
  },
};

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  getAllDisplays: () => screen.displays,
};

export const shell = {};
export { renderer as ipcRenderer, StandInWindow as BrowserWindow };

/** What `vi.mock('electron')` gives; with a default, since electron-store imports that. */
export const module = {
  app,
  session,
  ipcMain,
  ipcRenderer: renderer,
  contextBridge,
  protocol,
  dialog,
  Menu,
  screen,
  shell,
  BrowserWindow: StandInWindow,
};

/** Back to the state before the app started. */
export function resetElectron(): void {
  for (const emitter of [app, session.defaultSession, ipcMain, renderer]) emitter.removeAllListeners();
  StandInWindow.all = [];
  Object.assign(app, { gotLock: true, lockData: undefined });
  app.calls.length = 0;
  ipcMain.handlers.clear();
  renderer.dead = false;
  Object.assign(frame, { parent: null, url: 'app://galley/' });
  for (const key of Object.keys(mainWorld)) delete mainWorld[key];
  protocol.handlers.clear();
  protocol.schemes = null;
  Menu.applied = null;
  dialog.boxAnswer = 0;
  dialog.asked.length = 0;
  dialog.openAnswer = { canceled: true, filePaths: [] };
  dialog.saveAnswer = { canceled: true, filePath: '' };
}
