/** A review as the desk has it: the proposal, and the journal replayed over it. */
import { DeskError, type Host, type OpenedIssue, type ReviewSnapshot } from '../../shared/contract/contract.ts';
import type { Change } from '../../shared/journal/entry.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Issue } from '../../shared/model/review.ts';

export interface OpenReview {
  readonly snapshot: ReviewSnapshot;
  readonly history: History;
  /** All changes of the journal, in order. */
  readonly changes: readonly Change[];
}

/** The text of an issue, from its address on the window's own origin. Rejects with a `DeskError`: `not readable`. */
export async function fetchIssue(url: string): Promise<Issue> {
  const response = await fetch(url);
  if (!response.ok) throw new DeskError({ key: 'not readable', detail: `GET answered ${response.status}` });
  // `response.text()` would drop a U+FEFF that belongs to the text.
  return issueOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()));
}

/** Asks for the review and replays it. Rejects with a `DeskError`: `out of step` when the replay gives another review. */
export async function openReview(
  host: Host,
  opened: OpenedIssue,
  issue: Issue,
  call: 'issue.review' | 'review.takeOver' = 'issue.review',
): Promise<OpenReview> {
  if (issue.text.length !== opened.length)
    throw new DeskError({ key: 'out of step', detail: 'the text has another length' });
  const snapshot = await host.call(call, { file: opened.file });
  return { snapshot, ...replay(issue, snapshot) };
}

/** Throws a `DeskError` `damaged journal`. */
export function replay(
  issue: Issue,
  snapshot: Pick<ReviewSnapshot, 'proposal' | 'entries'>,
): { history: History; changes: readonly Change[] } {
  let history = startHistory(issue, snapshot.proposal);
  for (const entry of snapshot.entries) {
    const advanced = advance(history, entry);
    if (!advanced.ok) throw new DeskError({ key: 'damaged journal', detail: `entry ${entry.seq}: ${advanced.why}` });
    history = advanced.history;
  }
  return { history, changes: snapshot.entries };
}
