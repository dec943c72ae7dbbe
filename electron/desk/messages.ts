/** What crosses between the desk and its worker thread. */
import type { Problem } from '../../shared/contract/contract.ts';
import type { Given } from '../../shared/model/given.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Evidence, Proposal } from '../../shared/proposal.ts';
import type { WordList } from '../../shared/words/list.ts';
import type { Imported, ImportHints } from '../import/import.ts';

/** An issue to segment. Equal `key`s mean equal texts, so that the worker need not do the work twice. */
export interface IssueJob {
  readonly key: string;
  /** Decoded text. */
  readonly text: string;
  /** The file's name, a hint for the masthead. */
  readonly name: string;
  /** Articles that the file itself has. */
  readonly given?: Given;
  /** What settled issues of the newspaper taught. */
  readonly paper?: WordList;
}

/** To the worker; one at a time. */
export type Request =
  | { readonly id: number; readonly kind: 'segment'; readonly job: IssueJob }
  | { readonly id: number; readonly kind: 'explain'; readonly job: IssueJob; readonly span: Span }
  | { readonly id: number; readonly kind: 'import'; readonly bytes: Uint8Array; readonly hints: ImportHints };

/** From the worker. */
export type Answer =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number }
  | { readonly id: number; readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly id: number; readonly kind: 'evidence'; readonly evidence: readonly Evidence[] }
  | { readonly id: number; readonly kind: 'imported'; readonly imported: Imported }
  /** The file can't be read. */
  | { readonly id: number; readonly kind: 'refused'; readonly problem: Problem }
  /** The segmenter threw: a fault of Galley's. `message` holds no newspaper text. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
