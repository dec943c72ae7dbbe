/**
 * What Galley writes down of its own work, for people who look for a fault. Never text of a newspaper, never the name of
 * a file, a folder or a person: each field is a number, a time, or a word of a closed list. Issues are numbered by run.
 */
import type { CallName, Events, ExportFormat, ProblemKey } from '../../shared/contract/contract.ts';
import type { Notice } from '../../shared/contract/issue.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { type StrippedError, strippedError } from '../../shared/stripped-error.ts';

/** Times are in milliseconds, lengths in UTF-16 units. */
export type LogEvent =
  | {
      readonly what: 'start';
      readonly version: string;
      readonly host: 'electron' | 'node';
      readonly node: string;
      readonly platform: string;
      readonly arch: string;
    }
  | { readonly what: 'end' }
  | {
      readonly what: 'call failed';
      readonly call: CallName;
      readonly problem: ProblemKey;
      readonly code: string | null;
    }
  /** It took longer than a second. */
  | { readonly what: 'call slow'; readonly call: CallName; readonly ms: number }
  | {
      readonly what: 'issue opened';
      readonly issue: number;
      readonly length: number;
      readonly encoding: Encoding;
      readonly ms: number;
    }
  | {
      readonly what: 'review opened';
      readonly issue: number;
      readonly edits: number;
      readonly articles: number;
      readonly isReadOnly: boolean;
      readonly notices: readonly Notice['key'][];
      readonly ms: number;
    }
  | { readonly what: 'exported'; readonly format: ExportFormat; readonly bytes: number; readonly ms: number }
  | {
      readonly what: 'not written';
      readonly issue: number;
      readonly saved: number;
      readonly owed: number;
      readonly problem: ProblemKey;
      readonly code: string | null;
    }
  | { readonly what: 'written'; readonly issue: number; readonly saved: number }
  | { readonly what: 'changed on disk'; readonly issue: number; readonly how: Events['issue.changedOnDisk']['how'] }
  | {
      readonly what: 'batch';
      readonly kind: Events['batch.changed']['kind'];
      readonly state: Events['batch.changed']['state'];
      readonly of: number;
      readonly done: number;
      readonly failed: number;
    }
  | Crash
  /** Electron's word for how a page ended. */
  | { readonly what: 'page gone'; readonly reason: string };

export interface Crash extends StrippedError {
  readonly what: 'crash';
  readonly where: 'desk' | 'window';
}

/** A system error's code (`ENOSPC`), or null: any other word might quote something. */
export const codeIn = (detail: string | undefined): string | null =>
  /^E[A-Z0-9]{2,20}$/.test(detail ?? '') ? `${detail}` : null;

export const crashOf = (error: unknown, where: Crash['where']): Crash => ({
  what: 'crash',
  where,
  ...strippedError(error),
});
