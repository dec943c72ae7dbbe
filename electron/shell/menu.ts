/**
 * The native menu: a table of commands and of the system's own roles. A command's item sends its id to the window,
 * which does what its key would do. Words come from the locales (`menu.*`, `command.*`).
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** A command's id in the window's table (renderer/commands), one of the system's roles, or a line between. */
type Item = { readonly command: string; readonly keys?: string } | { readonly role: Role } | 'line';

interface Submenu {
  /** Under `menu.*` in the locales. */
  readonly name: string;
  readonly items: readonly Item[];
}

/**
 * Undo and redo are the review's, not the text field's, so they are commands. Keys are shown as hints: the window
 * itself takes them, by the table that people can change.
 */
export const MENU: readonly Submenu[] = [
  {
    name: 'file',
    items: [
      { command: 'desk.open', keys: 'CommandOrControl+O' },
      { command: 'desk.export', keys: 'CommandOrControl+E' },
      { command: 'desk.save', keys: 'CommandOrControl+S' },
      { command: 'desk.saveScript' },
      'line',
      { command: 'desk.settings', keys: 'CommandOrControl+,' },
      'line',
      { role: 'close' },
      { role: 'quit' },
    ],
  },
  {
    name: 'edit',
    items: [
      { command: 'text.undo', keys: 'CommandOrControl+Z' },
      { command: 'text.redo', keys: 'CommandOrControl+Shift+Z' },
      'line',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  {
    name: 'review',
    items: [
      { command: 'doubt.nextAnywhere', keys: 'F8' },
      { command: 'doubt.previousAnywhere', keys: 'Shift+F8' },
      { command: 'doubt.accept' },
      { command: 'doubt.other' },
      'line',
      { command: 'article.next', keys: 'F9' },
      { command: 'article.previous', keys: 'Shift+F9' },
      { command: 'article.settle', keys: 'CommandOrControl+Enter' },
      { command: 'issue.settle', keys: 'CommandOrControl+Shift+Enter' },
    ],
  },
  {
    name: 'view',
    items: [
      { command: 'desk.palette', keys: 'CommandOrControl+K' },
      { command: 'desk.keysAnywhere', keys: 'F1' },
      { command: 'desk.about' },
      'line',
      { command: 'view.foldBlank' },
      { command: 'view.foldOutside' },
      'line',
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
];

export interface MenuOptions {
  readonly words: Words;
  /** Gets the id of the chosen command. */
  readonly send: (command: string) => void;
  readonly platform: NodeJS.Platform;
}

/** The menu for `Menu.buildFromTemplate`; macOS has the app's own menu first. */
export function menuTemplate({ words, send, platform }: MenuOptions): MenuItemConstructorOptions[] {
  const item = (one: Item): MenuItemConstructorOptions => {
    if (one === 'line') return { type: 'separator' };
    if ('role' in one) return { role: one.role };
    return {
      label: words(`command.${one.command}`),
      click: () => send(one.command),
      // Not registered, so that the key reaches the window first and once.
      ...(one.keys ? { accelerator: one.keys, registerAccelerator: false } : {}),
    };
  };
  const menus = MENU.map(({ name, items }) => ({ label: words(`menu.${name}`), submenu: items.map(item) }));
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus;
}
