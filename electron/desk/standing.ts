/** How far the review of an issue is, for lists: read from its journal, without opening, locking or following it. */
import { join } from 'node:path';
import type { DeskService } from '../../shared/contract/contract.ts';
import type { FileId, IssueStanding } from '../../shared/contract/issue.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { openNotes } from '../../shared/model/note.ts';
import type { Files } from './files.ts';
import { segmentNumber } from './journal-format.ts';
import { placesOf } from './readers.ts';
import { replay } from './replay.ts';
import type { Reviewed } from './session.ts';
import { loadSource } from './source.ts';

interface StandingPorts {
  readonly files: Files;
  readonly dataFolder: string;
  reviewedBy(file: FileId): Reviewed;
}

/**
 * The issue's file and those of the review's journal with their sizes and times: while they are the same, so is the
 * standing. Null where no journal lies under the issue's name: it may lie under the name that the issue had before.
 */
async function stampOf({ files, dataFolder }: StandingPorts, { path, reader }: Reviewed): Promise<string | null> {
  const segments = await Promise.all(
    placesOf(dataFolder, path, reader).map(async ({ folder }) => {
      const names = (await files.stat(folder)) ? await files.list(folder) : [];
      return names.filter((name) => segmentNumber(name) !== null).map((name) => join(folder, name));
    }),
  );
  if (segments.flat().length === 0) return null;
  const paths = [path, ...segments.flat().sort()];
  const stats = await Promise.all(paths.map((one) => files.stat(one)));
  return JSON.stringify(paths.map((one, i) => [one, stats[i]?.size, stats[i]?.changed]));
}

async function read({ files, dataFolder }: StandingPorts, { path, reader }: Reviewed): Promise<IssueStanding | null> {
  const { decoded, content } = await loadSource(files, dataFolder, path, { reader });
  if (!content) return null;
  const { review } = replay(issueOf(decoded.text), content.opening.proposal, content.entries);
  return {
    articles: review.articles.length,
    settled: review.articles.filter(({ state }) => state === 'settled').length,
    notes: openNotes(review).length,
    returned: review.returned,
  };
}

/**
 * The call `issue.standing`. Null where there is no review yet. Rejects with a `DeskError` where it can't be read. A review
 * is read and replayed again only when its files are others: a list asks for each whenever it is opened.
 */
export function standingCalls(ports: StandingPorts): Pick<DeskService, 'issue.standing'> {
  const known = new Map<FileId, { readonly stamp: string; readonly standing: IssueStanding }>();
  return {
    'issue.standing': async ({ file }): Promise<IssueStanding | null> => {
      const reviewed = ports.reviewedBy(file);
      // Before it is read: what is written meanwhile makes another stamp.
      const stamp = await stampOf(ports, reviewed);
      const before = known.get(file);
      if (before && before.stamp === stamp) return before.standing;
      const standing = await read(ports, reviewed);
      if (stamp !== null && standing) known.set(file, { stamp, standing });
      return standing;
    },
  };
}
