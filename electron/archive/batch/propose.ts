/**
 * Segments an issue of an archive and keeps the proposal as the opening of its review, as the window does at the first
 * edit. Done once: where a review is, nothing is written.
 */
import { join } from 'node:path';
import { DeskError } from '../../../shared/contract/contract.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import type { WordList } from '../../../shared/words/list.ts';
import { writeAtomic } from '../../desk/atomic.ts';
import { codeOf, type Files, realFiles } from '../../desk/files.ts';
import { type Opening, segmentName } from '../../desk/journal-format.ts';
import { readJournal } from '../../desk/journal-read.ts';
import { acquireLock } from '../../desk/lock.ts';
import { type AskPaper, noPaper, paperByName, proposeKnowing } from '../../desk/papers.ts';
import { furnish, inDataFolder, makePlace, type Place } from '../../desk/place.ts';
import { writingProblem } from '../../desk/problems.ts';
import { type Processes, realProcesses } from '../../desk/processes.ts';
import { encodeRecord } from '../../desk/record.ts';
import { Review } from '../../desk/review.ts';
import { type LoadedSource, loadSource, openingOf } from '../../desk/source.ts';
import { SEGMENTER_VERSION, segment } from '../../segmenter/segment.ts';

export interface IssuePorts {
  readonly files?: Files;
  readonly processes?: Processes;
  /** The archive's real path. */
  readonly root: string;
  readonly dataFolder: string;
  /** The profile that proposals are made with, or who is asked for that of an issue's newspaper. */
  readonly paper: AskPaper | WordList;
}

/** `already`: it had been done before; nothing was written. */
export type Outcome = 'done' | 'already';

/** Rejects with a `DeskError` that says why it can't be done. */
export async function proposeIssue(ports: IssuePorts, path: string): Promise<Outcome> {
  const { files, full } = withDefaults(ports, path);
  const loaded = await loadSource(files, ports.dataFolder, full);
  if (loaded.content) return 'already';
  const opening = openingOf(loaded, await proposalOf(loaded, path, ports.paper));
  try {
    return await keep(ports, loaded.place, loaded, opening);
  } catch (error) {
    const { key } = writingProblem(error);
    if (error instanceof DeskError || key === 'disk full') throw asWriting(error);
    // A folder that can't be written: reviews of its issues are kept in the data folder.
    return keep(ports, inDataFolder(ports.dataFolder, full), loaded, opening).catch((again: unknown) => {
      throw asWriting(again);
    });
  }
}

const asWriting = (error: unknown): DeskError => new DeskError(writingProblem(error), { cause: error });

function withDefaults({ files = realFiles, root }: IssuePorts, path: string) {
  return { files, full: join(root, path) };
}

/** What is proposed for the issue: the articles of its file, or those that the segmenter finds. */
export async function proposalOf(
  { decoded, extras }: LoadedSource,
  path: string,
  paper: AskPaper | WordList,
): Promise<Proposal> {
  const { given } = await extras();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { text } = issueOf(decoded.text);
  if (given) return segment(text, { name, given }).proposal;
  const ask = typeof paper === 'function' ? paper : noPaper;
  const known = typeof paper === 'function' ? await paperByName(name, ask) : paper;
  const propose = (profile: WordList | null) => segment(text, { name, ...(profile && { paper: profile }) }).proposal;
  return (await proposeKnowing(known, ask, propose)).proposal;
}

/** Writes the opening under the review's lock, unless another process made a review meanwhile. */
async function keep(
  ports: IssuePorts,
  place: Place,
  { bytes, decoded }: LoadedSource,
  opening: Opening,
): Promise<Outcome> {
  const { files = realFiles, processes = realProcesses } = ports;
  await makePlace(files, place);
  const locked = await acquireLock({ files, processes, now: () => new Date() }, place.folder);
  if (locked.kind === 'held') throw new DeskError({ key: 'read only review', values: { host: locked.by.host } });
  try {
    const there = await readJournal(files, place.folder);
    if (there.kind !== 'none') return 'already';
    await furnish(files, place, bytes, decoded.text, opening);
    // Whole or not there: a batch that is killed leaves no half opening, and does the issue again.
    const records = Buffer.concat([encodeRecord({ ...opening, owes: 0 }), encodeRecord({ closed: 0 })]);
    await writeAtomic(files, join(place.folder, segmentName(there.lastSegment + 1)), records);
    return 'done';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'already';
    throw error;
  } finally {
    await locked.lock.release();
  }
}

/**
 * Proposes anew what nobody has settled, as an edit that can be undone. `already` where the proposal is of this
 * version of the segmenter.
 */
export async function reproposeIssue(ports: IssuePorts, path: string, person: string): Promise<Outcome> {
  const { files, full } = withDefaults(ports, path);
  const processes = ports.processes ?? realProcesses;
  const loaded = await loadSource(files, ports.dataFolder, full);
  if (!loaded.content) return proposeIssue(ports, path);
  const { decoded, content, place, bytes, lastSegment } = loaded;
  const review = await Review.open(
    {
      files,
      processes,
      now: () => new Date(),
      person: () => person,
      failed: () => undefined,
      saved: () => undefined,
      followed: () => undefined,
      lost: () => undefined,
      retryAfter: 0,
      followEvery: 60_000,
    },
    {
      issue: issueOf(decoded.text),
      bytes,
      opening: content.opening,
      place,
      fallback: inDataFolder(ports.dataFolder, full),
      content,
      lastSegment,
      notices: [],
    },
  );
  try {
    if (review.isReadOnly) throw new DeskError({ key: 'read only review' });
    if (review.history.proposal.segmenter === SEGMENTER_VERSION) return 'already';
    const proposal = await proposalOf(loaded, path, ports.paper);
    const group = review.entries.reduce((most, entry) => Math.max(most, 'group' in entry ? entry.group : 0), 0) + 1;
    await review.append(review.history.seq + 1, [{ group, edit: { kind: 'propose', proposal } }]);
    return 'done';
  } finally {
    await review.close();
  }
}
