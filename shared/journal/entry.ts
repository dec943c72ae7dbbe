/** What a journal holds of a review after its opening: edits, undos, redos, in the order of their numbers. */
import { z } from 'zod';
import { type Edit, editSchema } from '../edits/edit.ts';

/** Sequence number of an entry in its review, from 1. Sequence numbers, not times, order the entries. */
export type Seq = number;

const seq = z.int().min(1);
const seqs = z.array(seq).min(1).max(1_000_000);

/** What the window sends: main adds who and when. Edits of one gesture share a group. */
export const changeSchema = z.union([
  z.strictObject({ group: z.int().min(0), edit: editSchema }),
  z.strictObject({ undo: seqs }),
  z.strictObject({ redo: seqs }),
]);

export type Change =
  | { readonly group: number; readonly edit: Edit }
  | { readonly undo: readonly Seq[] }
  | { readonly redo: readonly Seq[] };

/** A change as the journal keeps it. `at`: ISO time; `by`: the person's name. */
export type Entry = Change & { readonly seq: Seq; readonly at: string; readonly by: string };
