/** How far the review of an issue is, for lists: read from its journal, without opening, locking or following it. */
import type { DeskService } from '../../shared/contract/contract.ts';
import type { FileId, IssueStanding } from '../../shared/contract/issue.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { openNotes } from '../../shared/model/note.ts';
import type { Files } from './files.ts';
import { replay } from './replay.ts';
import type { Reviewed } from './session.ts';
import { loadSource } from './source.ts';

interface StandingPorts {
  readonly files: Files;
  readonly dataFolder: string;
  reviewedBy(file: FileId): Reviewed;
}

/** The call `issue.standing`. Null where there is no review yet. Rejects with a `DeskError` where it can't be read. */
export const standingCalls = ({
  files,
  dataFolder,
  reviewedBy,
}: StandingPorts): Pick<DeskService, 'issue.standing'> => ({
  'issue.standing': async ({ file }): Promise<IssueStanding | null> => {
    const { path, reader } = reviewedBy(file);
    const { decoded, content } = await loadSource(files, dataFolder, path, { reader });
    if (!content) return null;
    const { review } = replay(issueOf(decoded.text), content.opening.proposal, content.entries);
    return {
      articles: review.articles.length,
      settled: review.articles.filter(({ state }) => state === 'settled').length,
      notes: openNotes(review).length,
      returned: review.returned,
    };
  },
});
