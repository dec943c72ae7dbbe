/** What a command works with: streams, the folder that names are taken from, the environment. Tests give their own. */
import type { Readable, Writable } from 'node:stream';

export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Names of files are relative to this folder. Absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the command is asked to stop (SIGTERM, SIGINT). For commands that go on until then. */
  stopped(): Promise<void>;
}

/** 0: done. 1: failed, in part or wholly. 2: the command was called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** `args`: what follows the command's name. Rejects with `Usage` or `ReaderGone`. */
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

/** The command was called in a wrong way; the message is a sentence for the person. Exit code 2. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** Something failed for one file; the message is a sentence for the person. `about`: another name to say it of. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
  readonly about: string | undefined;
  constructor(sentence: string, about?: string) {
    super(sentence);
    this.about = about;
  }
}

/** Nobody reads our output any more (`galley segment … | head -1`): stop without a word. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/**
 * Writes to stdout and resolves when the stream has taken it, so that a slow reader slows us down and no document
 * piles up in memory behind another. Rejects with `ReaderGone` when the reader has closed the pipe.
 */
export const print = (io: Io, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    io.stdout.write(text, (error) => {
      if (!error) resolve();
      else reject(isClosed(error) ? new ReaderGone('stdout is closed', { cause: error }) : error);
    });
  });

const isClosed = (error: Error): boolean =>
  'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'EOF');

/** Characters that would end the line, move a terminal's cursor or turn the order of what is shown. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/gu;

/** A file's name as one line can show it; what can't be shown is written `\u{a}`. */
export const shownName = (name: string): string =>
  name.replace(UNPRINTABLE, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);

/** One line on stderr: `galley: NAME: sentence`. Never fails; where stderr is closed there is nobody to tell. */
export function complain(io: Io, name: string, sentence: string): void {
  io.stderr.write(`galley: ${shownName(name)}: ${shownName(sentence)}\n`, () => undefined);
}
