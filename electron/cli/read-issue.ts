/** Reads an issue from a file or stdin: its bytes, its text, where it came from; or why that can't be. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DeskError } from '../../shared/contract/contract.ts';
import type { Given } from '../../shared/model/given.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Layout } from '../../shared/model/layout.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Encoding, Source } from '../../shared/model/source.ts';
import { realFiles } from '../desk/files.ts';
import { folderBytes, LARGEST_ISSUE, withParts } from '../desk/issue-bytes.ts';
import { readingProblem } from '../desk/problems.ts';
import { importIssue } from '../import/import.ts';
import { dataFolderOf } from './data-folder.ts';
import type { Io } from './io.ts';

export interface ReadIssue {
  readonly issue: Issue;
  readonly source: Source;
  /** The articles that the file itself has. */
  readonly given: Given | null;
  /** Where the text stands on its pages, if the file says so. */
  readonly layout: Layout | null;
}

const MEBIBYTE = 2 ** 20;

/** What `-` is called in documents and names of exports. */
const STDIN_NAME = 'stdin';
export const nameOf = (file: string): string => (file === '-' ? STDIN_NAME : basename(file));
export const pathOf = (file: string, io: Io): string => resolve(io.folder, file);

/** How the bytes of an issue are read. */
export interface ReadHow {
  /** A folder is one issue, its files are the pages, whatever their names. */
  readonly asIssue?: boolean;
}

/**
 * The bytes of an issue: of a file, `-` being stdin; of a METS with its pages; of a folder of pages. Rejects with a
 * `DeskError` that says why they can't be had.
 */
export async function readBytes(file: string, io: Io, { asIssue = false }: ReadHow = {}): Promise<Uint8Array> {
  const path = pathOf(file, io);
  try {
    if (file === '-') return await collect(io.stdin);
    const stat = await realFiles.stat(path);
    if (stat?.isFolder) return await folderBytes(realFiles, dataFolderOf(io), path, { named: !asIssue });
    // A stream: pipes and devices have no size to look at beforehand.
    return await withParts(realFiles, path, await collect(createReadStream(path)));
  } catch (error) {
    throw new DeskError(readingProblem(error), { cause: error });
  }
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > LARGEST_ISSUE) throw new DeskError({ key: 'too large', values: { limit: LARGEST_ISSUE / MEBIBYTE } });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}

/** The issue that bytes hold. Rejects with a `DeskError` when they hold no text. */
export async function issueOfBytes(bytes: Uint8Array, name: string, encoding?: Encoding): Promise<ReadIssue> {
  const { decoded, importer, given, layout } = await importIssue(bytes, { name, ...(encoding && { encoding }) });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { bom, lineEnd } = decoded;
  return {
    issue: issueOf(decoded.text),
    source: { name, sha256, encoding: decoded.encoding, bom, lineEnd, ...(importer && { importer }) },
    given,
    layout,
  };
}

/** The issue in a file, `-` being stdin. Rejects with a `DeskError`. */
export const readIssue = async (file: string, io: Io, encoding?: Encoding, how: ReadHow = {}): Promise<ReadIssue> =>
  issueOfBytes(await readBytes(file, io, how), nameOf(file), encoding);
