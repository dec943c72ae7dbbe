/** Reads the review of an issue, if there is one, without touching it: no lock, no write, no repair. */
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Encoding, Source } from '../../shared/model/source.ts';
import { realFiles } from '../desk/files.ts';
import { replay } from '../desk/replay.ts';
import { type LoadedSource, loadSource, scanOf, sourceOf } from '../desk/source.ts';
import type { Scan } from '../export/blocks.ts';
import { dataFolderOf } from './data-folder.ts';
import type { Io } from './io.ts';
import { pathOf } from './read-issue.ts';

export interface Reviewed {
  readonly history: History;
  readonly entries: readonly Entry[];
  /** Of the bytes that were reviewed. */
  readonly source: Source;
  /** What the person should know about where the review comes from; sentences. */
  readonly notices: readonly string[];
  /** Where the text stands on its pages, for a format that carries that. */
  scan(format: ExportFormat): Promise<Scan | undefined>;
}

/**
 * The review of the issue `file` whose bytes are `bytes`; null when there is none. It goes on over its own copy of the
 * bytes when the file has changed since. Rejects with a `DeskError`: `newer journal`, `damaged journal`, or `encoding
 * with edits` when another encoding is asked for.
 */
export async function findReviewed(
  file: string,
  bytes: Uint8Array,
  io: Io,
  encoding?: Encoding,
): Promise<Reviewed | null> {
  const path = await realpath(pathOf(file, io));
  const data = dataFolderOf(io);
  const loaded = await loadSource(realFiles, data, path, { encoding, known: bytes });
  const { content, decoded } = loaded;
  // Another encoding than the review's is let through only where nothing was edited yet: then there is no review to lose.
  if (!content || decoded.encoding !== content.opening.encoding) return null;
  return {
    entries: content.entries,
    history: replay(issueOf(decoded.text), content.opening.proposal, content.entries),
    source: sourceOf(basename(file), loaded),
    notices: noticesOf(loaded),
    scan: (format) => scanOf(loaded, format),
  };
}

const noticesOf = ({ isAnother, formerly, content }: LoadedSource): readonly string[] => [
  ...(isAnother ? ['The file has changed since its review; the copy that was reviewed is exported.'] : []),
  ...(formerly === undefined ? [] : [`It was reviewed as ${formerly}; that review is exported.`]),
  ...(content?.torn ? ['The end of its review cannot be read; what comes before is exported.'] : []),
];
