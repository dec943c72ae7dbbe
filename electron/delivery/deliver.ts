/** Writes the files of an issue into the folder of a delivery, each wholly or not at all, and keeps its manifest. */
import { basename, dirname, join } from 'node:path';
import { DeskError } from '../../shared/contract/contract.ts';
import {
  type DeliveredFile,
  type DeliveryReport,
  MANIFEST_NAME,
  type Manifest,
} from '../../shared/contract/delivery.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import { makeFolders, removeLeftovers, writeAtomic } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { sha256Of } from '../desk/place.ts';
import { writingProblem } from '../desk/problems.ts';
import type { Processes } from '../desk/processes.ts';
import { type DeliveryScope, type FileChange, mergeDelivery, readManifest, writeManifest } from './manifest.ts';
import { type FileOwner, type GivenName, NameBook } from './name-book.ts';
import { type DeliveredIssue, type PreparedFile, prepareFiles } from './prepare.ts';
import type { WantedName } from './safe-name.ts';

/** What is to get a name: whose it is, the name that is wanted, and the SHA-256 of its bytes (hex). */
export interface ClaimedFile {
  readonly owner: FileOwner;
  readonly wanted: WantedName;
  readonly sha256: string;
}

/** Gives a file its name among all of the delivery. */
export type Claim = (file: ClaimedFile) => Promise<GivenName>;

export interface DeliveryPorts {
  readonly files: Files;
  /** The folder of the delivery, with its manifest. */
  readonly out: string;
  readonly claim: Claim;
  /** Nothing is written: only what would be is told. */
  readonly isDry: boolean;
}

/** Delivers an issue. A file that is there already as it would be is left alone. Rejects with a `DeskError`. */
export async function deliverIssue(
  { files, out, claim, isDry }: DeliveryPorts,
  issue: DeliveredIssue,
  profile: ExportProfile,
): Promise<readonly DeliveredFile[]> {
  const delivered: DeliveredFile[] = [];
  for (const prepared of await prepareFiles(issue, profile)) {
    const { record, wanted } = prepared;
    const { path, isNumbered } = await claim({ owner: ownerOf(record), wanted, sha256: record.sha256 });
    if (!isDry) await write(files, join(out, path), prepared);
    delivered.push({ file: path, ...record, ...(isNumbered && { numbered: true as const }) });
  }
  return delivered;
}

export const ownerOf = ({ issue, article, profile }: FileOwner): FileOwner => ({ issue, article, profile });

async function write(files: Files, target: string, { bytes }: PreparedFile): Promise<void> {
  try {
    if (await isThere(files, target, bytes)) return;
    await makeFolders(files, dirname(target));
    await writeAtomic(files, target, bytes);
  } catch (error) {
    throw new DeskError(writingProblem(error), { cause: error });
  }
}

async function isThere(files: Files, target: string, bytes: Uint8Array): Promise<boolean> {
  const stat = await files.stat(target);
  return stat?.size === bytes.length && Buffer.from(await files.read(target)).equals(bytes);
}

/** Whether something else is there. What is there and can't be read is; what can't be reached is not, and can't be written either. */
async function isOther(files: Files, path: string, sha256: string): Promise<boolean> {
  const stat = await files.stat(path).catch(() => null);
  if (!stat) return false;
  const bytes = await files.read(path).catch(() => null);
  return !bytes || sha256Of(bytes) !== sha256;
}

/**
 * Claims of a book. No file gets the name of an issue, or of a link to one (`isIssue` is asked for paths); nor that of a
 * file which no delivery made, which may be somebody's only copy. What an export that was killed left is as it would be
 * now, and keeps its name.
 */
export function claimsOf(book: NameBook, files: Files, out: string, isIssue: (path: string) => boolean): Claim {
  const isForeign = async (path: string, sha256: string) =>
    !book.isDelivered(path) && (await isOther(files, join(out, path), sha256));
  return async ({ owner, wanted, sha256 }) => {
    for (;;) {
      const given = book.claim(owner, wanted);
      const target = join(out, given.path);
      const real = await files.realPath(target).catch(() => target);
      const folder = await files.realPath(dirname(target)).catch(() => dirname(target));
      const isTaken = [target, real, join(folder, basename(target))].some(isIssue);
      if (!isTaken && !(await isForeign(given.path, sha256))) return given;
      book.refuse(given.path);
    }
  };
}

/** The names of a delivery into a folder that has this manifest. */
export const nameBookOf = (manifest: Manifest | null): NameBook =>
  new NameBook(
    (manifest?.files ?? []).map((one) => [ownerOf(one), one.file] as const),
    [MANIFEST_NAME],
  );

export interface Closing {
  readonly report: DeliveryReport;
  readonly changes: readonly FileChange[];
}

/** Writes down what was delivered, beside what lies there from before. `isDry`: only says what it would be. */
export async function closeDelivery(
  { files, out, isDry }: Pick<DeliveryPorts, 'files' | 'out' | 'isDry'>,
  delivered: readonly DeliveredFile[],
  scope: DeliveryScope,
  now: Date,
): Promise<Closing> {
  const before = await readManifest(files, out);
  const { manifest, report, changes } = mergeDelivery(before, delivered, scope, now.toISOString());
  if (!isDry && (before !== null || delivered.length > 0)) {
    try {
      await makeFolders(files, out);
      await writeManifest(files, out, manifest);
    } catch (error) {
      throw new DeskError(writingProblem(error), { cause: error });
    }
  }
  return { report, changes };
}

/** Clears away what an export that was killed left in the folder. Never fails. */
export const clearLeftovers = (files: Files, processes: Processes, folder: string): Promise<void> =>
  removeLeftovers(files, folder, (pid) => processes.isRunning({ pid, startTime: null }));
