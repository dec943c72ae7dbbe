import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, findOnPath } from './setup-browser.mjs';

let folders = [];
const makeProgram = (folder, name, mode = 0o755) => {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
};
beforeEach(() => {
  folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'galley-path-')));
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const PATH = () => folders.join(delimiter);

test('the first name counts before the first folder', () => {
  const [first, second] = folders;
  makeProgram(first, 'google-chrome');
  const chromium = makeProgram(second, 'chromium');
  expect(findBrowser({ env: { PATH: PATH() }, platform: 'linux' })).toBe(chromium);
});

test('what cannot be run is not found', () => {
  makeProgram(folders[0], 'chromium', 0o644);
  expect(findOnPath(['chromium'], { PATH: PATH() })).toBeNull();
  const runs = makeProgram(folders[1], 'chromium');
  expect(findOnPath(['chromium'], { PATH: PATH() })).toBe(runs);
});

test('nothing on the PATH, an empty PATH, none at all', () => {
  for (const env of [{ PATH: PATH() }, { PATH: '' }, {}]) expect(findBrowser({ env, platform: 'linux' })).toBeNull();
});

test('GALLEY_CHROMIUM goes before all, on every system', () => {
  makeProgram(folders[0], 'chromium');
  for (const platform of ['linux', 'darwin', 'win32'])
    expect(findBrowser({ env: { PATH: PATH(), GALLEY_CHROMIUM: '/opt/mine' }, platform })).toBe('/opt/mine');
});
