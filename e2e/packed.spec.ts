/**
 * The desktop application as electron-builder packs it: our configuration, the built files, a stand-in for Electron's
 * binary (which can't be had on these machines). What would run is not run here; what is inside is looked at.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const MAX_ASAR_BYTES = 60_000_000;

/** `main`, which Electron runs first, in the packed package.json. */
interface Manifest {
  readonly main: string;
  readonly dependencies?: unknown;
}

test.describe.configure({ mode: 'serial' });
test.skip(process.platform !== 'linux', 'the stand-in of the binary is laid out as Electron for Linux');

let scratch = '';
let packed = '';

/**
 * A folder with the files that electron-builder looks for, and in the "binary" the fuses as Electron ships them: its
 * sentinel, the version of the list, its length, then one character a fuse ('0' off, '1' on).
 * Source: https://github.com/electron/fuses, src/constants.ts
 */
function standIn(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101001011'),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 });
  const manifest = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
  writeFileSync(join(folder, 'version'), (JSON.parse(manifest) as { version: string }).version);
  for (const file of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, file), 'stand-in');
  return folder;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  scratch = mkdtempSync(join(tmpdir(), 'galley-packed-'));
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'scripts/package.mjs'),
      '--linux',
      'dir',
      `-c.electronDist=${standIn(join(scratch, 'electron'))}`,
      `-c.directories.output=${join(scratch, 'release')}`,
    ],
    { cwd: root, env: { ...process.env, DEBUG: '' } },
  );
  packed = join(scratch, 'release', 'linux-unpacked');
});

test.afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const asar = () => join(packed, 'resources', 'app.asar');
const inside = () => listPackage(asar(), { isPack: false }).map((name) => name.replaceAll('\\', '/'));

test('holds the built application, its resources and licences', () => {
  const files = inside();
  for (const file of ['/dist/electron/main.js', '/dist/electron/preload.cjs', '/dist/electron/worker.js'])
    expect(files).toContain(file);
  expect(files).toContain('/dist/renderer/index.html');
  expect(files).toContain('/resources/samples/qinghe-daily.txt');
  expect(files).toContain('/LICENSE');
  expect(extractFile(asar(), 'THIRD-PARTY-LICENSES.txt').toString()).toContain('lexical 0.52.0 (MIT)');
});

test('holds no sources, no tests, no packages, no maps', () => {
  const foreign = inside().filter((file) =>
    /\.tsx?$|\.map$|\.test\.|\/node_modules\/|\/(e2e|bench|shared|docs)\//.test(file),
  );
  expect(foreign).toEqual([]);
});

test('starts where its package.json says', () => {
  const manifest = JSON.parse(extractFile(asar(), 'package.json').toString()) as Manifest;
  expect(inside()).toContain(`/${manifest.main}`);
});

test('needs no package from outside: what the bundles import is Node, Electron or their own', () => {
  const scripts = inside().filter((file) => /^\/dist\/electron\/.*\.c?js$/.test(file));
  expect(scripts.length).toBeGreaterThan(3);
  const imported = scripts.flatMap((file) => {
    const text = extractFile(asar(), file.slice(1)).toString();
    return [...text.matchAll(/^(?:import|export)\b[^'"\n]*?\bfrom\s*["']([^"'\n]+)["'];?$/gm)].map(
      ([, name]) => `${name}`,
    );
  });
  expect(imported.filter((name) => !/^(node:|\.{1,2}\/|electron$)/.test(name) && !isBuiltin(name))).toEqual([]);
});

test('is not larger than it need be', () => {
  expect(statSync(asar()).size).toBeLessThan(MAX_ASAR_BYTES);
});

test('19: has its fuses set: no Node by environment or argument, only its own archive, checked', async () => {
  const fuses = await getCurrentFuseWire(join(packed, 'galley'));
  const state = (fuse: FuseV1Options) => fuses[fuse];
  expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
});
