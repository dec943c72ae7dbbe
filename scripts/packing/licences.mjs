/**
 * The licences of everything that is bundled into Galley, for the file that every package of it carries. Read from the
 * lock file (which packages) and node_modules (their words).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be bundled: licences that ask for no more than their notice. 'BSD': how old packages write BSD-2-Clause. */
const ALLOWED =
  /^\(?(MIT|ISC|BSD-2-Clause|BSD-3-Clause|BSD|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0)\b/;
const NOTICE = /^(licen[cs]e|copying|notice)/i;

/**
 * The packages that reach a user: those of `dependencies` and what they need.
 * @returns {{ name: string, version: string, folder: string }[]} sorted by name; `folder` relative to the checkout
 */
export function bundledPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder && !entry.dev && !entry.optional && !entry.devOptional && !entry.peer)
    .map(([folder, entry]) => ({ name: folder.split('node_modules/').at(-1), version: entry.version, folder }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The licence a package names: `license` of today, or the `licenses` list of old. */
function licenceOf(manifest) {
  const { license, licenses } = manifest;
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? 'none named';
}

function noticesIn(folder) {
  return readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
}

/**
 * The licence of every bundled package, with its words.
 * @returns {{ name: string, version: string, licence: string, notice: string }[]} sorted by name
 * @throws when a package has a licence that we may not bundle
 */
export function licenceList(root) {
  return bundledPackages(root).map(({ name, version, folder }) => {
    const at = join(root, folder);
    if (!existsSync(at)) throw new Error(`${name} is in the lock file but not installed`);
    const licence = licenceOf(JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')));
    if (!ALLOWED.test(licence))
      throw new Error(`${name} ${version} has the licence ${licence}, which may not be bundled`);
    return { name, version, licence, notice: noticesIn(at).join('\n\n') };
  });
}

/** All of them as one text. */
export function licenceText(root) {
  const parts = licenceList(root).map(({ name, version, licence, notice }) =>
    [`${name} ${version} (${licence})`, notice].filter(Boolean).join('\n\n'),
  );
  return `Galley contains the following software.\n\n${parts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}
