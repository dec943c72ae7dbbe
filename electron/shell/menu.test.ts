import { describe, expect, test, vi } from 'vitest';
import { MENU, menuTemplate } from './menu.ts';

const build = (platform: NodeJS.Platform = 'linux') => {
  const send = vi.fn();
  return { send, template: menuTemplate({ words: (path) => `[${path}]`, send, platform }) };
};
const itemsOf = (template: ReturnType<typeof menuTemplate>) =>
  template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

test('every label comes from the locales', () => {
  const { template } = build();
  expect(template.map(({ label }) => label)).toEqual(MENU.map(({ name }) => `[menu.${name}]`));
  for (const { label } of itemsOf(template).filter((item) => item.click)) expect(label).toMatch(/^\[command\..+\]$/);
});

test('an item sends the id of its command, and that only', () => {
  const { send, template } = build();
  const clickable = itemsOf(template).filter((item) => item.click);
  // The system gives item, window and event; none of them is used.
  for (const item of clickable) item.click?.(undefined as never, undefined, undefined as never);
  const commands = MENU.flatMap(({ items }) =>
    items.flatMap((i) => (typeof i === 'object' && 'command' in i ? [i.command] : [])),
  );
  expect(send.mock.calls).toEqual(commands.map((command) => [command]));
  expect(new Set(commands).size).toBe(commands.length);
});

test('keys are shown, never taken from the window', () => {
  for (const item of itemsOf(build().template)) if (item.accelerator) expect(item.registerAccelerator).toBe(false);
});

describe('roles', () => {
  test("undo and redo are never the text field's own", () => {
    const roles = itemsOf(build().template).map(({ role }) => role);
    expect(roles).toContain('paste');
    for (const role of ['undo', 'redo', 'reload', 'forceReload', 'toggleDevTools', 'pasteAndMatchStyle'])
      expect(roles).not.toContain(role);
  });
  test("macOS has the app's own menu first", () => {
    expect(build('darwin').template[0]).toEqual({ role: 'appMenu' });
    expect(build('win32').template[0]).not.toHaveProperty('role');
  });
});
