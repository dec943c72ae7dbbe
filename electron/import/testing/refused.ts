import { expect } from 'vitest';
import { DeskError, type ProblemKey } from '../../../shared/contract/contract.ts';
import { importIssue } from '../import.ts';

/** Why a file is refused; fails when it is read, or fails with anything but the desk's own error. */
export async function refusedAs(bytes: Uint8Array | string, name = 'a'): Promise<ProblemKey> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const error: unknown = await importIssue(given, { name }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeskError);
  return error instanceof DeskError ? error.problem.key : 'internal';
}

/** The text of a file. */
export const textOf = async (bytes: Uint8Array | string, name = 'a'): Promise<string> => {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return (await importIssue(given, { name })).decoded.text;
};
