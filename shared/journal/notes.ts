/** Who wrote a note and when, and who answered it: the journal knows. */
import type { Entry } from './entry.ts';

/** Who and when (ISO time), as in an entry. */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

export interface NoteSignatures {
  readonly written: Signature;
  /** Of the last closing; also of one that was taken back since. */
  readonly closed?: Signature;
}

/** By the id of the note; notes that were removed stand in it too. */
export function signaturesOf(entries: readonly Entry[]): ReadonlyMap<string, NoteSignatures> {
  const known = new Map<string, NoteSignatures>();
  for (const entry of entries) {
    if (!('edit' in entry)) continue;
    const { edit, by, at } = entry;
    if (edit.kind === 'addNote') known.set(edit.note.id, { written: { by, at } });
    const before = edit.kind === 'closeNote' ? known.get(edit.id) : undefined;
    if (edit.kind === 'closeNote' && before) known.set(edit.id, { ...before, closed: { by, at } });
  }
  return known;
}
