/**
 * Galley without a window, for other programs: `import { segment } from 'galley'`. The same as `galley segment`, as a
 * function. Needs no file, network or Electron.
 */
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { issueOfBytes } from '../cli/read-issue.ts';
import { conservedDocument } from '../export/conserved.ts';
import { segment as propose } from '../segmenter/segment.ts';

export { DeskError } from '../../shared/contract/problem.ts';
export type { GalleyDocument } from '../../shared/document/document.ts';
export type { Encoding } from '../../shared/model/source.ts';

export interface SegmentOptions {
  /** Name of the issue's file: goes into the document, and its date into the masthead where the text has none. */
  readonly name?: string;
  /** Encoding of the bytes, when it is known better than the bytes show. */
  readonly encoding?: Encoding;
  /** Adds the evidence for each decision. */
  readonly explain?: boolean;
}

/**
 * The proposal for the text of one newspaper issue, as the document that docs/formats.md describes.
 *
 * Rejects with a `DeskError` (its `problem.key` says which) when the bytes hold no text.
 */
export async function segment(content: Uint8Array | string, options: SegmentOptions = {}): Promise<GalleyDocument> {
  const { name = 'issue.txt', encoding, explain = false } = options;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { issue, source, given } = await issueOfBytes(bytes, name, typeof content === 'string' ? 'utf-8' : encoding);
  const { proposal, evidence } = propose(issue.text, { name, ...(given && { given }) });
  const { review, doubts } = proposal;
  return conservedDocument({ issue, review, doubts, source, ...(explain && { evidence }) });
}
