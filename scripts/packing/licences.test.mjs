import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { bundledPackages, licenceText } from './licences.mjs';

const checkout = resolve(import.meta.dirname, '../..');
const made = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout with one package of this licence. */
function checkoutWith(license, entry = {}) {
  const root = mkdtempSync(join(tmpdir(), 'galley-licence-'));
  made.push(root);
  const folder = 'node_modules/some-package';
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(root, folder, 'package.json'),
    JSON.stringify({ name: 'some-package', version: '1.2.3', license }),
  );
  writeFileSync(join(root, folder, 'LICENSE.md'), 'Copyright (c) Somebody\n');
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, [folder]: { version: '1.2.3', ...entry } } }),
  );
  return root;
}

it('names every package that is bundled, with its own words', () => {
  const text = licenceText(checkout);
  for (const { name, version } of bundledPackages(checkout)) expect(text).toContain(`${name} ${version} (`);
  expect(text).toContain('react 19');
  expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
});

it('leaves out what only developers need', () => {
  const names = bundledPackages(checkout).map(({ name }) => name);
  expect(names).not.toContain('vite');
  expect(names).not.toContain('electron');
  expect(names).toContain('zod');
  expect(licenceText(checkoutWith('GPL-3.0', { dev: true }))).not.toContain('some-package');
});

it('keeps the notice of a package', () => {
  expect(licenceText(checkoutWith('MIT'))).toContain('some-package 1.2.3 (MIT)\n\nCopyright (c) Somebody');
});

it.each(['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', undefined])('refuses the licence %s', (licence) => {
  expect(() => licenceText(checkoutWith(licence))).toThrow(/may not be bundled/);
});
