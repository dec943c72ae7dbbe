/** The files of an archive that its own exports must not write over, where they go into the archive itself. */
import { dirname, isAbsolute, join, relative } from 'node:path';
import { folded } from '../../delivery/safe-name.ts';
import type { Files } from '../../desk/files.ts';
import { eachAtOnce, type ScanPorts, scanArchive } from '../scan.ts';

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way);
};

/**
 * Paths below the archive of its issues and of their pages; none where an export into `out` can't meet them. What was
 * delivered before is none of them.
 */
export async function keptFiles(ports: ScanPorts, out: string): Promise<string[]> {
  const { files, root } = ports;
  const real = await files.realPath(out).catch(() => null);
  // A folder that is yet to be made holds nothing.
  if (real === null || !(isBelow(real, root) || isBelow(root, real))) return [];
  const paths: string[] = [];
  for await (const { found } of scanArchive(ports)) {
    const all = await eachAtOnce(found.issues, async ({ path }) => {
      const pages = await files.list(join(root, path)).catch(() => []);
      return [path, ...pages.map((page) => `${path}/${page}`)];
    });
    paths.push(...all.flat());
  }
  return paths;
}

/** Tells the real paths of those files, also under names that some file systems take for the same. */
export async function keptIn(files: Files, root: string, paths: Iterable<string>): Promise<(path: string) => boolean> {
  const folders = new Map<string, string>();
  const kept = new Set<string>();
  for (const path of paths) {
    const full = join(root, path);
    kept.add(folded(full));
    const folder = dirname(full);
    if (!folders.has(folder)) folders.set(folder, await files.realPath(folder).catch(() => folder));
    kept.add(folded(join(folders.get(folder) ?? folder, full.slice(folder.length + 1))));
  }
  return (path) => kept.has(folded(path));
}
