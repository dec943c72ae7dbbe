/** A review as a script of the review kit (docs/qa.md): for `galley record`, and for the window's command. */
import { basename, dirname, extname, join, relative } from 'node:path';
import { DeskError, type DeskService } from '../../shared/contract/contract.ts';
import type { FileId } from '../../shared/contract/issue.ts';
import type { SavedScript } from '../../shared/contract/written.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Proposal } from '../../shared/proposal.ts';
import { type Recorded, record } from '../../shared/script/script.ts';
import { makeFolders, writeAtomic } from './atomic.ts';
import type { ExportPorts } from './exporting.ts';
import { writingProblem } from './problems.ts';
import type { Session } from './session.ts';

interface RecordableReview {
  readonly issue: Issue;
  readonly proposal: Proposal;
  readonly entries: readonly Entry[];
  readonly source: Source;
  /** The issue's real path. */
  readonly path: string;
}

/** The script as it reads in a file of this folder, from where it finds the issue. */
export function scriptIn(folder: string, { path, ...review }: RecordableReview): Recorded {
  return record({ ...review, file: addressFrom(folder, path) });
}

/** Address of a file relative to a folder, as `new URL` reads it. */
const addressFrom = (folder: string, path: string): string =>
  `./${relative(folder, path).split(/[\\/]/).map(encodeURIComponent).join('/')}`;

export interface RecordingPorts {
  readonly exports: ExportPorts;
  session(file: FileId): Promise<Session>;
  /** Asks for a path, given a suggested one; null: thought better of it. Absent where the host can't ask. */
  readonly chooseTarget?: (suggested: string) => Promise<string | null>;
}

/** The call `review.saveScript`: where the host can ask, a person says where it goes; else beside the issue, or to the exports. */
export function recordingCalls(ports: RecordingPorts): Pick<DeskService, 'review.saveScript'> {
  return {
    'review.saveScript': async ({ file }) => {
      const session = await ports.session(file);
      const target = await targetOf(ports, session);
      if (target === null) return null;
      const review = await session.review();
      // What is written shall be what is on the disk.
      await review.flush().catch((error: unknown) => {
        throw new DeskError({ key: 'unsaved edits' }, { cause: error });
      });
      const { entries, history, opening } = review;
      const { path, source } = session;
      const recordable = { issue: history.issue, proposal: opening.proposal, entries, source, path };
      return write(ports, recordable, target).catch(asWriting);
    },
  };
}

async function targetOf({ exports, chooseTarget }: RecordingPorts, { path, name }: Session): Promise<string | null> {
  const suggested = await freeTarget(exports, dirname(path), `${basename(name, extname(name))}.review.ts`);
  const chosen = chooseTarget ? await chooseTarget(suggested) : suggested;
  const real = chosen && (await exports.files.realPath(chosen).catch(() => chosen));
  if (real && exports.isIssue(real)) throw new DeskError({ key: 'not writable', detail: 'an issue file' });
  return chosen;
}

async function write(
  { exports, chooseTarget }: RecordingPorts,
  review: RecordableReview,
  target: string,
): Promise<SavedScript> {
  try {
    return await writeTo(exports, review, target);
  } catch (error) {
    if (chooseTarget) throw error;
    const folder = join(exports.dataFolder, 'exports');
    await makeFolders(exports.files, folder);
    return writeTo(exports, review, await freeTarget(exports, folder, basename(target)));
  }
}

/** At the target is the old file or the new one. */
async function writeTo({ files }: ExportPorts, review: RecordableReview, target: string): Promise<SavedScript> {
  const folder = dirname(target);
  const { script, unscripted } = scriptIn(folder, review);
  await writeAtomic(files, target, Buffer.from(script));
  return { name: basename(target), folder, unscripted: unscripted.length };
}

/** Under a name that is no issue's, nor leads to one: `daily.review.ts`, or `daily.review 2.ts`. */
async function freeTarget({ files, isIssue }: ExportPorts, folder: string, name: string): Promise<string> {
  const extension = extname(name);
  for (let n = 1; ; n++) {
    const target = join(folder, n === 1 ? name : `${basename(name, extension)} ${n}${extension}`);
    const real = await files.realPath(target).catch(() => target);
    if (!isIssue(real) && !isIssue(target)) return target;
  }
}

function asWriting(error: unknown): never {
  throw new DeskError(writingProblem(error), { cause: error });
}
