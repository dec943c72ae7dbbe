#!/usr/bin/env node
/**
 * Audit of the dependencies, from the lock file alone, so that it works without a network: every package comes from the
 * registry, has an integrity hash and a licence that we may ship, and runs no script when it is installed. With
 * `--online` npm is asked for advisories too; a registry that can't be reached is said, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const REGISTRY = 'https://registry.npmjs.org/';

/** SPDX names under which a package may be part of what we ship or build with. */
const LICENCES = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MPL-2.0 Python-2.0 Unlicense WTFPL Zlib'.split(
    ' ',
  ),
);

/** Packages that want to run a script at installation, and why that is no harm. Anything else fails. */
const MAY_RUN_SCRIPTS = {
  'electron-winstaller': 'picks the 7-Zip of this machine; only electron-builder brings it along',
};

/** Whether an SPDX expression (`A`, `(A OR B)`, `A AND B`) holds with the licences that we allow. */
export function isAllowed(expression) {
  const plain = String(expression ?? '').replace(/[()]/g, '');
  if (plain === '') return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => LICENCES.has(one.trim())));
}

/** What is wrong with a lock file, as sentences; none when all is well. */
export function complaintsOf(lock) {
  const complaints = [];
  if (lock.lockfileVersion !== 3) complaints.push(`The lock file has version ${lock.lockfileVersion}, not 3.`);
  for (const [path, entry] of Object.entries(lock.packages ?? {})) {
    if (path === '') continue;
    const name = path.split('node_modules/').at(-1);
    const say = (what) => complaints.push(`${name} ${entry.version}: ${what}.`);
    if (entry.link || !path.startsWith('node_modules/')) say('is no package of the registry');
    if (entry.resolved && !entry.resolved.startsWith(REGISTRY)) say(`comes from ${entry.resolved}`);
    if (!/^sha512-/.test(entry.integrity ?? '')) say('has no SHA-512 integrity hash');
    if (entry.hasInstallScript && !Object.hasOwn(MAY_RUN_SCRIPTS, name)) say('runs a script when it is installed');
    if (!isAllowed(entry.license)) say(`has the licence ${entry.license ?? '(none)'}, which is not on the list`);
  }
  return complaints;
}

/** Versions that package.json gives as a range, an address or a folder: only exact ones are the same tomorrow. */
export const looseVersions = ({ dependencies = {}, devDependencies = {} }) =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is no exact version.`);

/** The names of what reaches a user: packages that are bundled, and Electron, which is packed around them. */
export const shippedNames = (lock) =>
  new Set([
    'electron',
    ...Object.entries(lock.packages ?? {})
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path]) => path.split('node_modules/').at(-1)),
  ]);

/** Of what an audit of npm found, the high and critical holes of packages that are shipped: `name (severity)`. */
export const holesIn = (audit, shipped) =>
  Object.values(audit.vulnerabilities ?? {})
    .filter(({ name, severity }) => shipped.has(name) && (severity === 'high' || severity === 'critical'))
    .map(({ name, severity }) => `${name} (${severity})`);

/** Asks npm for known holes of what we ship. Null when the registry gives no answer. */
function advisories(lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const ran = spawnSync(npm, ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 30_000 });
  try {
    const audit = JSON.parse(ran.stdout);
    return audit.metadata?.vulnerabilities ? holesIn(audit, shippedNames(lock)) : null;
  } catch {
    return null;
  }
}

function main() {
  const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const lock = read('package-lock.json');
  const complaints = [...looseVersions(read('package.json')), ...complaintsOf(lock)];
  if (process.argv.includes('--online')) {
    const found = advisories(lock);
    if (found === null) process.stdout.write('Advisories: the registry gave no answer; not run.\n');
    for (const hole of found ?? []) complaints.push(`npm audit knows a hole in what we ship: ${hole}.`);
  }
  for (const line of complaints) process.stderr.write(`${line}\n`);
  if (complaints.length > 0) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
