import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaintsOf, holesIn, isAllowed, looseVersions, shippedNames } from './check-dependencies.mjs';

const good = {
  version: '1.0.0',
  resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz',
  integrity: `sha512-${'A'.repeat(86)}==`,
  license: 'MIT',
};
const lockOf = (entry, path = 'node_modules/a') => ({ lockfileVersion: 3, packages: { '': {}, [path]: entry } });

describe('the audit of the lock file', () => {
  it('passes our own', () => {
    const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(complaintsOf(lock)).toEqual([]);
  });

  it('passes a package with all it needs, with or without an address', () => {
    expect(complaintsOf(lockOf(good))).toEqual([]);
    const { resolved: _, ...without } = good;
    expect(complaintsOf(lockOf(without))).toEqual([]);
  });

  it.each([
    ['another registry', { ...good, resolved: 'https://evil.example/a.tgz' }],
    ['a look-alike registry', { ...good, resolved: 'https://registry.npmjs.org.evil.example/a.tgz' }],
    ['git', { ...good, resolved: 'git+ssh://git@github.com/a/a.git#1' }],
    ['a file', { ...good, resolved: 'file:../a' }],
    ['a link', { ...good, link: true }],
    ['no hash', { ...good, integrity: undefined }],
    ['a weak hash', { ...good, integrity: 'sha1-abc' }],
    ['an install script', { ...good, hasInstallScript: true }],
    ['no licence', { ...good, license: undefined }],
    ['a licence we may not ship', { ...good, license: 'GPL-3.0-only' }],
  ])('refuses %s', (_, entry) => {
    expect(complaintsOf(lockOf(entry))).toHaveLength(1);
  });

  it('refuses a folder of the workspace and an old lock file', () => {
    expect(complaintsOf(lockOf(good, 'packages/a'))).toHaveLength(1);
    expect(complaintsOf({ lockfileVersion: 1 })).toHaveLength(1);
  });
});

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'WTFPL OR ISC'])('%s may be shipped', (one) => {
    expect(isAllowed(one)).toBe(true);
  });
  it.each(['', undefined, 'GPL-3.0', 'MIT AND AGPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x'])('%s may not', (one) => {
    expect(isAllowed(one)).toBe(false);
  });
});

it.each(['^1.0.0', '~1.0.0', '*', 'latest', 'git://x', 'file:../x'])('version %s is loose', (version) => {
  expect(looseVersions({ dependencies: { a: version } })).toHaveLength(1);
});
it('an exact version is not', () => {
  expect(looseVersions({ dependencies: { a: '1.0.0' }, devDependencies: { b: '1.0.0-rc.1' } })).toEqual([]);
});

describe('16: what we ship has no known hole', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/react': {},
      'node_modules/vitest': { dev: true },
      'node_modules/a/node_modules/zod': {},
      'node_modules/electron': { dev: true },
    },
  };
  const audit = (...holes) => ({
    vulnerabilities: Object.fromEntries(holes.map(([name, severity]) => [name, { name, severity }])),
  });

  it('counts Electron and what is bundled', () => {
    expect([...shippedNames(lock)].sort()).toEqual(['electron', 'react', 'zod']);
    const found = holesIn(audit(['electron', 'high'], ['zod', 'critical']), shippedNames(lock));
    expect(found).toEqual(['electron (high)', 'zod (critical)']);
  });

  it('leaves the tools of developers and small things alone', () => {
    expect(holesIn(audit(['vitest', 'critical'], ['react', 'moderate']), shippedNames(lock))).toEqual([]);
    expect(holesIn({}, shippedNames(lock))).toEqual([]);
  });
});
