/**
 * Notices that an issue file on disk is not the one that was opened. What counts are the bytes, by their hash, not
 * events or times: a file that was only touched is the same file.
 */
import type { Files } from './files.ts';
import { readIssueBytes } from './issue-bytes.ts';
import { sha256Of } from './place.ts';

export type HowChanged = 'changed' | 'gone';

/**
 * Looks every `every` milliseconds; calls `changed` once for each new state that differs from `sha256`. Returns the
 * undoing.
 */
export function watchIssue(
  files: Files,
  dataFolder: string,
  path: string,
  sha256: string,
  every: number,
  changed: (how: HowChanged) => void,
): () => void {
  let seen = '';
  let hash: string | null = sha256;
  let timer: NodeJS.Timeout | undefined;
  let isOn = true;

  const look = async () => {
    const stat = await files.stat(path);
    const now = stat ? `${stat.size} ${stat.changed}` : 'gone';
    if (now === seen) return;
    const bytes = stat && (await readIssueBytes(files, dataFolder, path));
    const found = bytes && sha256Of(bytes);
    seen = now;
    if (found === hash) return;
    hash = found;
    if (isOn && found !== sha256) changed(found === null ? 'gone' : 'changed');
  };

  const round = async () => {
    await look().catch(() => undefined); // being written just now, or its drive is away: next time
    if (isOn) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => void round(), every);
    timer.unref();
  };

  schedule();
  return () => {
    isOn = false;
    clearTimeout(timer);
  };
}
