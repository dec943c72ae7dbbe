/** An error without its words: its message may quote the text that it was about, so logs hold where it was only. */

/** A place in the code: `advance desk.js:12:5`. */
export const FRAME = /^(?:[\w$.<> ]{1,80} )?[\w.-]{1,80}:\d{1,9}:\d{1,9}$/;
export const ERROR_NAME = /^[A-Za-z]{1,40}$/;
/** Frames of a stack that are kept. */
export const FRAMES = 20;

/** V8's line of a stack: `    at name (file:line:column)`, or without a name and parentheses. */
const STACK_LINE =
  /^\s*at (?:async )?(?:([\w$.<> ]{1,80}) \()?(?:.*[/\\])?([\w.-]{1,80}\.[cm]?[jt]sx?)(?:\?[^:]*)?:(\d{1,9}):(\d{1,9})\)?$/;

export interface StrippedError {
  /** `TypeError` … */
  readonly error: string;
  /** Where it was, innermost first. */
  readonly frames: readonly string[];
}

/** Of anything that was thrown. */
export function strippedError(thrown: unknown): StrippedError {
  const { name, stack = '' } = thrown instanceof Error ? thrown : new Error();
  const frames = stack.split('\n').flatMap((line) => {
    const [, called, file, row, column] = STACK_LINE.exec(line) ?? [];
    return file ? [`${called ? `${called} ` : ''}${file}:${row}:${column}`] : [];
  });
  return { error: ERROR_NAME.test(name) ? name : 'Error', frames: frames.slice(0, FRAMES) };
}
