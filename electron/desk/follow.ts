/** Reads along in a review that another process writes: looks at the sizes of its segments, reads when they grow. */
import { join } from 'node:path';
import type { Entry } from '../../shared/journal/entry.ts';
import type { Files } from './files.ts';
import { segmentNumber } from './journal-format.ts';
import { readJournal } from './journal-read.ts';

/**
 * Calls `grown` with the whole list of entries whenever the journal in the folder has changed, at most every `every`
 * milliseconds. Returns the undoing. A folder that can't be read for a while is looked at again.
 */
export function followJournal(
  files: Files,
  folder: string,
  every: number,
  grown: (entries: readonly Entry[]) => void,
): () => void {
  let seen = '';
  let timer: NodeJS.Timeout | undefined;
  let isOn = true;

  const look = async () => {
    try {
      const now = await signature(files, folder);
      if (now !== seen) {
        const read = await readJournal(files, folder);
        seen = now;
        if (isOn && read.kind === 'journal') grown(read.entries);
      }
    } catch {
      // A network folder may be away for a moment.
    }
    if (isOn) schedule();
  };

  const schedule = () => {
    timer = setTimeout(() => void look(), every);
    timer.unref();
  };

  schedule();
  return () => {
    isOn = false;
    clearTimeout(timer);
  };
}

/** Equal as long as no segment was added or has grown. */
async function signature(files: Files, folder: string): Promise<string> {
  const names = (await files.list(folder)).filter((name) => segmentNumber(name) !== null).toSorted();
  const sizes = await Promise.all(names.map(async (name) => (await files.stat(join(folder, name)))?.size));
  return names.map((name, i) => `${name}:${sizes[i]}`).join(' ');
}
