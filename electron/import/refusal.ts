/** How importers refuse a file: with the one error that the desk has a sentence for, whatever went wrong inside. */
import { DeskError, type ProblemKey } from '../../shared/contract/contract.ts';

/** Keys of `Problem` that importers give, each with the format's name in `values.kind`. */
export type RefusalKey = Extract<
  ProblemKey,
  | 'broken file'
  | 'unsafe file'
  | 'no text layer'
  | 'encrypted'
  | 'part missing'
  | 'part outside'
  | 'empty'
  | 'too large'
>;

/** An error for the file. `detail` is for the log and never holds newspaper text. */
export const refusal = (key: RefusalKey, kind: string, detail?: string, name?: string): DeskError =>
  new DeskError({ key, values: { kind, ...(name !== undefined && { name }) }, ...(detail && { detail }) });
