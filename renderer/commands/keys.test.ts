import { describe, expect, it } from 'vitest';
import { type KeyPress, keyOf, showKey } from './keys.ts';

const press = (key: string, code: string, more: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  getModifierState: (name) => name === 'AltGraph' && more.altGraph === true,
  ...more,
});

describe('keyOf', () => {
  it('takes letters by what is printed, whatever the layout', () => {
    expect(keyOf(press('a', 'KeyQ'))).toBe('a'); // AZERTY
    expect(keyOf(press('z', 'KeyY', { ctrlKey: true }))).toBe('Mod-z'); // QWERTZ
  });

  it('takes Shift from the key, not from capitals: Caps Lock', () => {
    expect(keyOf(press('D', 'KeyD'))).toBe('d');
    expect(keyOf(press('d', 'KeyD', { shiftKey: true }))).toBe('Shift-d');
    expect(keyOf(press('D', 'KeyD', { shiftKey: true }))).toBe('Shift-d');
  });

  it('takes the place of the key where an input method or another script answers', () => {
    expect(keyOf(press('，', 'Comma'))).toBe(',');
    expect(keyOf(press('。', 'Period'))).toBe('.');
    expect(keyOf(press('Process', 'KeyD'))).toBe('d');
    expect(keyOf(press('Process', 'KeyD', { shiftKey: true }))).toBe('Shift-d');
    expect(keyOf(press('в', 'KeyD'))).toBe('d');
    expect(keyOf(press('Process', 'Slash', { shiftKey: true }))).toBe('?');
  });

  it('names other keys, with their modifiers', () => {
    expect(keyOf(press('ArrowUp', 'ArrowUp', { altKey: true }))).toBe('Alt-ArrowUp');
    expect(keyOf(press(' ', 'Space', { shiftKey: true }))).toBe('Shift-Space');
    expect(keyOf(press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }))).toBe('Mod-Shift-Enter');
    expect(keyOf(press('?', 'Minus', { shiftKey: true }))).toBe('?'); // QWERTZ
    expect(keyOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod-k');
  });

  it('is nothing while an input method composes, for AltGr, for lone modifiers and for the system key', () => {
    expect(keyOf(press('d', 'KeyD', { isComposing: true }))).toBeNull();
    expect(keyOf(press('@', 'KeyQ', { altGraph: true, ctrlKey: true, altKey: true }))).toBeNull();
    expect(keyOf(press('Shift', 'ShiftLeft', { shiftKey: true }))).toBeNull();
    expect(keyOf(press('k', 'KeyK', { metaKey: true }))).toBeNull();
  });
});

describe('showKey', () => {
  it('writes keys as people know them', () => {
    expect(showKey('Mod-Shift-z', false, 'Space')).toBe('Ctrl+Shift+Z');
    expect(showKey('Mod-Shift-z', true, 'Space')).toBe('⌘⇧Z');
    expect(showKey('Alt-ArrowUp', false, 'Space')).toBe('Alt+↑');
    expect(showKey('Shift-Space', false, '空格')).toBe('Shift+空格');
    expect(showKey('x s', false, 'Space')).toBe('X S');
    expect(showKey('?', false, 'Space')).toBe('?');
  });
});
