/** What is said of files that are dropped on the window. Pure. */
import type { Words } from '../store/desk.ts';

/** A page is told a dropped file's bytes, never its place: a review lies beside its issue, so it can't be opened from here. */
export function droppedWords(names: readonly string[], canPick: boolean): Words {
  const [name = ''] = names;
  return { key: canPick ? 'open.droppedPick' : 'open.droppedStart', values: { name, count: names.length } };
}
