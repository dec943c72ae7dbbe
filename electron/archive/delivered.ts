/**
 * Deliveries that lie in an archive: their manifests say which files are no issues, so that an archive does not take its
 * own exports in.
 */
import { join } from 'node:path';
import { MANIFEST_NAME } from '../../shared/contract/delivery.ts';
import { readManifest } from '../delivery/manifest.ts';
import type { Files } from '../desk/files.ts';

interface Read {
  readonly stamp: string;
  readonly files: ReadonlySet<string>;
}

/** Manifests read last, by their path: a folder is looked at every few minutes. */
const known = new Map<string, Read>();
const MOST_KNOWN = 50;

/** Tells the names in a folder (from the archive's, with `/`) that a manifest there or above it names. */
export async function deliveredIn(files: Files, root: string, folder: string): Promise<(name: string) => boolean> {
  const parts = folder === '' ? [] : folder.split('/');
  const found: { readonly below: string; readonly files: ReadonlySet<string> }[] = [];
  for (let depth = 0; depth <= parts.length; depth++) {
    const delivered = await filesOf(files, join(root, ...parts.slice(0, depth)));
    if (delivered.size > 0)
      found.push({
        below: parts
          .slice(depth)
          .map((part) => `${part}/`)
          .join(''),
        files: delivered,
      });
  }
  return (name) => found.some(({ below, files: delivered }) => delivered.has(below + name));
}

const NONE: ReadonlySet<string> = new Set();

/** Also what was withdrawn: it lies there still. A manifest that can't be read names nothing. */
async function filesOf(files: Files, folder: string): Promise<ReadonlySet<string>> {
  const path = join(folder, MANIFEST_NAME);
  const stat = await files.stat(path).catch(() => null);
  if (!stat) return NONE;
  const stamp = `${stat.size} ${stat.changed}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.files;
  const manifest = await readManifest(files, folder).catch(() => null);
  const names = new Set([...(manifest?.files ?? []), ...(manifest?.withdrawn ?? [])].map(({ file }) => file));
  known.delete(path);
  known.set(path, { stamp, files: names });
  for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest);
  return names;
}
