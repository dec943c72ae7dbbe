/**
 * Deliveries that lie in an archive: their manifests say which files are no issues and no pages, so that an archive does
 * not take its own exports in.
 */
import { basename, dirname, join } from 'node:path';
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

/** The names in a folder, but for what was delivered there: what a folder holds is asked here. Rejects as `list` does. */
export async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  const names = await files.list(folder);
  const isDelivered = await deliveredIn(files, folder);
  return names.filter((name) => !isDelivered(name));
}

/** Tells the names in a folder (absolute) that are a delivery's: what a manifest there or in any folder above it names, and the manifest. */
export async function deliveredIn(files: Files, folder: string): Promise<(name: string) => boolean> {
  const found: { readonly below: string; readonly files: ReadonlySet<string> }[] = [];
  for (let above = folder, below = ''; ; ) {
    const delivered = await filesOf(files, above);
    if (delivered.size > 0) found.push({ below, files: delivered });
    if (dirname(above) === above) break;
    below = `${basename(above)}/${below}`;
    above = dirname(above);
  }
  return (name) => name === MANIFEST_NAME || found.some(({ below, files: delivered }) => delivered.has(below + name));
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
