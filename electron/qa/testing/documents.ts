/** What is proposed for a file, as a document: for tests. */
import type { GalleyDocument } from '../../../shared/document/document.ts';
import { issueOfBytes } from '../../cli/read-issue.ts';
import { conservedDocument } from '../../export/conserved.ts';
import { segment } from '../../segmenter/segment.ts';

/** The proposal for these bytes. Rejects with a `DeskError` when they hold no text. */
export async function documentOf(bytes: Uint8Array, name: string): Promise<GalleyDocument> {
  const { issue, source } = await issueOfBytes(bytes, name);
  const { review, doubts } = segment(issue.text, { name }).proposal;
  return conservedDocument({ issue, review, doubts, source });
}
