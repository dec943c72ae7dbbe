/** Runs the `galley` command in this process, with streams and a folder of the test's own. */
import { Readable, Writable } from 'node:stream';
import { runGalley } from '../galley.ts';
import type { ExitCode } from '../io.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  /** Lines of stderr. */
  readonly err: readonly string[];
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly stdout?: Writable;
  readonly env?: Readonly<Record<string, string>>;
  readonly stopped?: () => Promise<void>;
}

/** A stream that keeps what is written to it. */
class Sink extends Writable {
  readonly #chunks: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }
  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

/** `galley ARGS` in `folder`; reviews of folders that can't be written go to `folder/data`. */
export async function galley(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out = new Sink();
  const err = new Sink();
  const code = await runGalley(args, {
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: options.stdout ?? out,
    stderr: err,
    folder,
    env: { GALLEY_DATA: `${folder}/data`, ...options.env },
    stopped: options.stopped ?? (() => new Promise(() => undefined)),
  });
  return { code, out: out.text, err: err.text.split('\n').slice(0, -1) };
}
