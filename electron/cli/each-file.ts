/** Files one after the other: one that fails is told of, and does not stop the others. */
import { DeskError } from '../../shared/contract/contract.ts';
import { Complaint, complain, type ExitCode, type Io, ReaderGone } from './io.ts';
import { problemSentence } from './sentences.ts';

/**
 * Runs `work` for each file, in order, each after the other is done. Resolves to 1 when one failed, else 0. Rejects with
 * `ReaderGone` only.
 */
export async function eachFile(
  files: readonly string[],
  io: Io,
  work: (file: string) => Promise<void>,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const file of files) {
    try {
      await work(file);
    } catch (error) {
      if (error instanceof ReaderGone) throw error;
      code = 1;
      complain(io, (error instanceof Complaint && error.about) || file, failureSentence(error, io));
    }
  }
  return code;
}

/** Why something failed. What nobody foresaw is a fault of ours: with GALLEY_DEBUG set, its stack is told too. */
export function failureSentence(error: unknown, io: Io): string {
  if (error instanceof DeskError) return problemSentence(error.problem);
  if (error instanceof Complaint) return error.message;
  const detail = error instanceof Error ? (io.env.GALLEY_DEBUG && error.stack) || error.message : String(error);
  return problemSentence({ key: 'internal', detail });
}
