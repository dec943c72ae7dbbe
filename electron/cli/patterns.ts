/**
 * Names with wildcards, for shells that leave them as they are and for quoted ones: `*` and `?` stand for characters of one
 * name, `**` for folders at any depth.
 */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, parse, resolve, sep } from 'node:path';
import { Complaint, type Io } from './io.ts';

/** The files that paths and patterns name, in order. Throws with `sentence` for one that names none. */
export async function filesNamed(names: readonly string[], sentence: string, io: Io): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const files = await filesMatching(resolve(io.folder, name));
    if (files.length === 0) throw new Complaint(sentence, name);
    found.push(...files);
  }
  return found;
}

/** The files that an absolute path or pattern names, in order; a path that is there is itself, whatever its characters. */
export async function filesMatching(pattern: string): Promise<readonly string[]> {
  if (await stat(pattern).catch(() => null)) return [pattern];
  if (!/[*?]/.test(pattern)) return [];
  const { root } = parse(pattern);
  const found = await below(root, pattern.slice(root.length).split(sep));
  return [...new Set(found)].sort();
}

async function below(folder: string, [name, ...rest]: readonly string[]): Promise<readonly string[]> {
  if (name === undefined) return [];
  if (name === '**') {
    const folders = (await entriesOf(folder)).filter((entry) => entry.isDirectory());
    const deeper = await Promise.all(folders.map((entry) => below(join(folder, entry.name), [name, ...rest])));
    return [...(await below(folder, rest)), ...deeper.flat()];
  }
  const isLast = rest.length === 0;
  if (!/[*?]/.test(name)) {
    const path = join(folder, name);
    if (!isLast) return below(path, rest);
    return (await stat(path).catch(() => null))?.isFile() ? [path] : [];
  }
  const matching = (await entriesOf(folder)).filter((entry) => matches(entry.name, name));
  if (isLast) return matching.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  const folders = matching.filter((entry) => entry.isDirectory());
  return (await Promise.all(folders.map((entry) => below(join(folder, entry.name), rest)))).flat();
}

/** What lies in a folder; nothing where there is none. */
const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);

function matches(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(name);
}
