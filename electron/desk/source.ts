/** The bytes and the text of an issue, and the review that belongs to them. */
import { join } from 'node:path';
import { DeskError } from '../../shared/contract/contract.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { type Decoded, decode } from '../import/decode.ts';
import type { Files } from './files.ts';
import { BYTES } from './journal-format.ts';
import type { JournalContent } from './journal-read.ts';
import { type Found, findReview, type Place, sha256Of } from './place.ts';
import { readingProblem } from './problems.ts';

/** Text of this size takes some ten times as much memory; beyond it the system would kill the desk, not refuse. */
export const LARGEST_ISSUE = 256 * 1024 * 1024;

export interface LoadedSource {
  /** The bytes under review: the file's, or the review's own copy when the file has become another. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly decoded: Decoded;
  /** SHA-256 of the file on disk; of `bytes` when it is gone. */
  readonly fileSha256: string;
  /** The file on disk is not the one under review. */
  readonly isAnother: boolean;
  readonly place: Place;
  readonly content: JournalContent | null;
  readonly lastSegment: number;
  readonly isTorn: boolean;
  readonly formerly?: string;
}

/**
 * Reads an issue and finds its review. With a review its encoding rules; another is `encoding with edits`. `known` are
 * the file's bytes when they were read already. Rejects with a `DeskError`.
 */
export async function loadSource(
  files: Files,
  dataFolder: string,
  path: string,
  encoding?: Encoding,
  known?: Uint8Array,
): Promise<LoadedSource> {
  const onDisk = known ?? (await readIssue(files, path));
  const fileSha256 = onDisk && sha256Of(onDisk);
  const found = await findReview(files, dataFolder, path, fileSha256).catch((error: unknown) => {
    throw new DeskError({ ...readingProblem(error), key: 'damaged journal' });
  });
  const content = contentOf(found);
  const bytes = content ? await bytesUnderReview(files, found.place, content, onDisk) : onDisk;
  if (!bytes) throw new DeskError({ key: 'no such file' });
  if (content && encoding && encoding !== content.opening.encoding && content.entries.length > 0)
    throw new DeskError({ key: 'encoding with edits' });
  const decoded = decode(bytes, encoding ?? content?.opening.encoding);
  if ('key' in decoded) throw new DeskError(decoded);
  const sha256 = content?.opening.sha256 ?? sha256Of(bytes);
  return {
    bytes,
    sha256,
    decoded,
    fileSha256: fileSha256 ?? sha256,
    isAnother: fileSha256 !== sha256,
    place: found.place,
    content,
    lastSegment: found.read.kind === 'none' ? found.read.lastSegment : 0,
    isTorn: found.read.kind === 'none' && found.read.torn,
    ...(found.formerly !== undefined && { formerly: found.formerly }),
  };
}

/** The file's bytes; null when it is gone. */
async function readIssue(files: Files, path: string): Promise<Uint8Array | null> {
  try {
    const stat = await files.stat(path);
    if (stat && stat.size > LARGEST_ISSUE) throw new DeskError({ key: 'too large' });
    return stat && (await files.read(path));
  } catch (error) {
    throw new DeskError(readingProblem(error), { cause: error });
  }
}

function contentOf({ read }: Found): JournalContent | null {
  if (read.kind === 'newer') throw new DeskError({ key: 'newer journal', values: { format: read.format } });
  if (read.kind === 'damaged') throw new DeskError({ key: 'damaged journal' });
  return read.kind === 'journal' ? read : null;
}

/** The bytes that the journal belongs to: the file's if it is still the same, else the review's own copy. */
async function bytesUnderReview(
  files: Files,
  place: Place,
  { opening }: JournalContent,
  onDisk: Uint8Array | null,
): Promise<Uint8Array> {
  if (onDisk && sha256Of(onDisk) === opening.sha256) return onDisk;
  const own = await files.read(join(place.folder, BYTES)).catch(() => null);
  if (own && sha256Of(own) === opening.sha256) return own;
  throw new DeskError({ key: 'damaged journal', detail: 'neither the file nor the copy has the bytes under review' });
}
