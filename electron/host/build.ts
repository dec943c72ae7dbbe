/** Where this build of Galley lies, and what ships with it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Build {
  /** Folder of the built window. */
  readonly window: string;
  readonly preload: string;
  readonly worker: URL;
  /** Folder of the sample issues; null when they do not ship with this build. */
  readonly samples: string | null;
}

/**
 * The build that a module of it belongs to: a bundler may put shared code into a folder of its own, so the nearest
 * folder above that holds the worker counts. Throws in sources that were not built.
 */
export function findBuild(from: string = import.meta.dirname): Build {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const worker = join(folder, 'worker.js');
    if (!existsSync(worker)) continue;
    return {
      window: join(folder, '..', 'renderer'),
      preload: join(folder, 'preload.cjs'),
      worker: pathToFileURL(worker),
      samples: samplesAbove(folder),
    };
  }
  throw new Error(`no build of Galley around ${from}`);
}

function samplesAbove(from: string): string | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const samples = join(folder, 'resources', 'samples');
    if (existsSync(samples)) return samples;
  }
  return null;
}
