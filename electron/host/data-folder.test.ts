import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from './data-folder.ts';

test.each([
  ['what GALLEY_DATA says', 'linux', { GALLEY_DATA: '/tmp/desk' }, '/tmp/desk'],
  ['made absolute', 'linux', { GALLEY_DATA: 'desk' }, resolve('desk')],
  ['Linux', 'linux', {}, '/home/li/.local/share/galley'],
  ['Linux with XDG', 'linux', { XDG_DATA_HOME: '/data' }, '/data/galley'],
  ['an empty GALLEY_DATA is none', 'linux', { GALLEY_DATA: '' }, '/home/li/.local/share/galley'],
  ['macOS', 'darwin', {}, '/home/li/Library/Application Support/Galley'],
  ['Windows', 'win32', { APPDATA: '/roaming' }, '/roaming/Galley'],
  ['Windows without APPDATA', 'win32', {}, '/home/li/AppData/Roaming/Galley'],
] as const)('%s', (_what, platform, env, folder) => {
  expect(dataFolder({ env, platform, home: '/home/li' })).toBe(folder);
});
