/** What can go wrong between window and desk, and the error that says it. */

/**
 * What went wrong, for people: `key` names a sentence in the locales under `problem.*`, `values` fill it. `detail` is
 * for the log, never newspaper text.
 */
export interface Problem {
  readonly key: ProblemKey;
  readonly values?: { readonly [name: string]: string | number };
  readonly detail?: string;
}
export const PROBLEM_KEYS = [
  'no such file',
  'not readable',
  'is a folder',
  'empty',
  'binary',
  'too large',
  'broken file',
  'unsafe file',
  'no text layer',
  'encrypted',
  'part missing',
  'part outside',
  'no picture',
  'no places',
  'disk full',
  'not writable',
  'folder gone',
  'read only review',
  'refused',
  'out of step',
  'worker died',
  'cancelled',
  'host gone',
  'bad request',
  'encoding with edits',
  'page order with edits',
  'unsaved edits',
  'newer journal',
  'damaged journal',
  'no person',
  'reviewed by you',
  'no such reader',
  'open doubts',
  'no headlines',
  'not settled',
  'not valid',
  'internal',
] as const;
export type ProblemKey = (typeof PROBLEM_KEYS)[number];

/** The error with which a call fails, on both sides of the border. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.key}${problem.detail ? `: ${problem.detail}` : ''}`, options);
    this.problem = problem;
  }
}
