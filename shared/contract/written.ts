/** What the desk says of files that it writes, or would write. */
import type { Conservation } from '../document/document.ts';
import type { DeliveryReport } from './delivery.ts';
import type { Problem } from './problem.ts';

export interface ExportPreview {
  /** The file, or the folder of several; for display. */
  readonly target: string;
  /** Articles that go, and that the profile leaves out. */
  readonly articles: number;
  readonly leftOut: number;
  /** Titles (or first words) of those that go and are not settled. They are exported all the same, and said. */
  readonly unsettled: readonly string[];
  readonly openDoubts: number;
  readonly conservation: Conservation;
  /** Against what was exported there before. */
  readonly report: DeliveryReport;
  /** Rules of the archive that the issue breaks, and whether it is refused therefore. */
  readonly breaks: readonly Problem[];
  readonly isRefused: boolean;
}

export interface ExportResult {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** Where they are, for display. */
  readonly folder: string;
}

export interface ExportWritten extends ExportResult {
  readonly report: DeliveryReport;
}

/** A review as a script of the review kit. */
export interface SavedScript {
  readonly name: string;
  /** Where it is, for display. */
  readonly folder: string;
  /** How much of what was done no statement of the script makes again; the script names it. */
  readonly unscripted: number;
}
