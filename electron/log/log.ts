/**
 * The log: lines of JSON in files of this process's own, in `DATA/logs`. A file that is full is followed by a next one;
 * old ones are removed. Written at once and synchronously, so that the last line before a crash is there. Logging never
 * fails: where nothing can be written, nothing is.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from './events.ts';

export interface Log {
  note(event: LogEvent): void;
  close(): void;
}

/** For programs that keep no log. */
export const NO_LOG: Log = { note: () => undefined, close: () => undefined };

export interface LogLimits {
  /** A file that has grown beyond so many bytes is followed by the next. */
  readonly bytes: number;
  /** Files that are kept, over all runs. */
  readonly files: number;
}

/** Some months of work: a day writes some kilobytes. */
const LIMITS: LogLimits = { bytes: 1 << 20, files: 10 };
/** `2026-11-25T08-00-00-000Z-4711-0001.jsonl`: sorted by name they are sorted by time. */
const NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z-\d+-\d{4,}\.jsonl$/;

/** The folder of the logs in the data folder. */
export const logFolder = (dataFolder: string): string => join(dataFolder, 'logs');

export function openLog(folder: string, now: () => Date = () => new Date(), limits: LogLimits = LIMITS): Log {
  const started = now().toISOString().replace(/[:.]/g, '-');
  let file: number | null = null;
  let number = 0;
  let written = 0;
  /** The last write failed in the middle of a line. */
  let isTorn = false;

  const begin = (): number => {
    mkdirSync(folder, { recursive: true });
    const begun = openSync(
      join(folder, `${started}-${process.pid}-${String(++number).padStart(4, '0')}.jsonl`),
      'ax',
      0o600,
    );
    written = 0;
    for (const old of logNames(folder).slice(0, -limits.files)) rmSync(join(folder, old), { force: true });
    return begun;
  };

  const close = () => {
    if (file !== null) closeSync(file);
    file = null;
  };

  return {
    note(event) {
      try {
        if (written > limits.bytes) close();
        file ??= begin();
        const line = `${isTorn ? '\n' : ''}${JSON.stringify({ at: now().toISOString(), ...event })}\n`;
        isTorn = true;
        written += writeSync(file, line);
        isTorn = false;
      } catch {
        // The work goes on without its log.
      }
    },
    close() {
      try {
        close();
      } catch {
        file = null;
      }
    },
  };
}

/** The names of the log files in the folder, oldest first; none where there is no folder. */
export function logNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** The last lines of all logs, oldest first; lines that are no JSON are left out. */
export function lastLines(folder: string, count: number): readonly string[] {
  let lines: readonly string[] = [];
  for (const name of logNames(folder).toReversed()) {
    if (lines.length >= count) break;
    lines = [...linesOf(join(folder, name)), ...lines];
  }
  return lines.slice(-count);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(isJson);
  } catch {
    return [];
  }
}

function isJson(line: string): boolean {
  try {
    return line !== '' && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
