/** Puts a review on the disk beside an issue, as the desk would have written it. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Entry } from '../../../shared/journal/entry.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import { realFiles } from '../../desk/files.ts';
import { FORMAT, type Opening, segmentName } from '../../desk/journal-format.ts';
import { besideOf, furnish, makePlace } from '../../desk/place.ts';
import { encodeRecord } from '../../desk/record.ts';
import { issueOfBytes } from '../read-issue.ts';

/** The edits of a review whose headline shows that it was used. */
export const headlineEdits = (headline: string): readonly Edit[] => [
  { kind: 'supply', article: 'a1', role: 'headline', id: 's1', text: headline },
  { kind: 'setState', article: 'a1', state: 'settled' },
];

/** A proposal for any text: all of it is the body of one article. */
const oneArticle = (length: number): Proposal => ({
  segmenter: 'test',
  review: {
    length,
    articles: [
      {
        id: 'a1',
        state: 'proposed',
        pieces: [{ kind: 'run', from: 0, to: length, role: 'body' }],
        credits: [],
        dateline: null,
      },
    ],
    outside: [],
    breaks: [],
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
    notes: [],
    returned: false,
  },
  doubts: [],
  candidates: {},
});

/** Reviews the issue at `path` with these edits; returns the review's folder. */
export async function putReview(
  path: string,
  bytes: Uint8Array,
  edits: readonly Edit[],
  changes: Partial<Opening> = {},
): Promise<string> {
  const { issue, source } = await issueOfBytes(bytes, basename(path));
  const proposal = oneArticle(issue.text.length);
  const { sha256, encoding, bom, lineEnd } = source;
  const opening = {
    format: FORMAT,
    sha256,
    encoding,
    bom,
    lineEnd,
    segmenter: proposal.segmenter,
    proposal,
    ...changes,
  };
  const place = besideOf(path);
  await makePlace(realFiles, place);
  await furnish(realFiles, place, bytes, issue.text, opening);
  const entries = edits.map(
    (edit, i): Entry => ({ seq: i + 1, at: '2026-01-02T03:04:05.000Z', by: '周', group: i, edit }),
  );
  const records = [opening, ...entries].map(encodeRecord);
  await writeFile(join(place.folder, segmentName(1)), Buffer.concat(records));
  return place.folder;
}
