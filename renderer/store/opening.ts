/** A review as the desk has it: the proposal, and the journal replayed over it. */
import { DeskError, type Host } from '../../shared/contract/contract.ts';
import type { OpenedIssue, ReviewSnapshot } from '../../shared/contract/issue.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import type { Change, Entry } from '../../shared/journal/entry.ts';
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
  return { snapshot, ...(await replayInSlices(issue, snapshot)) };
}

type Replayable = Pick<ReviewSnapshot, 'proposal' | 'entries'>;
type Replayed = Pick<OpenReview, 'history' | 'changes'>;

/** How long the window works before it answers keys and clicks again, in ms. */
const SLICE = 40;

/** The same as `replay`, but the window goes on answering: a journal of 100,000 edits takes seconds. */
async function replayInSlices(issue: Issue, { proposal, entries }: Replayable): Promise<Replayed> {
  let history = startHistory(issue, proposal);
  let until = performance.now() + SLICE;
  for (const entry of entries) {
    history = playOn(history, entry);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
  return { history, changes: entries };
}

/** Throws a `DeskError` `damaged journal`. */
export const replay = (issue: Issue, { proposal, entries }: Replayable): Replayed => ({
  history: entries.reduce(playOn, startHistory(issue, proposal)),
  changes: entries,
});

function playOn(history: History, entry: Entry): History {
  const advanced = advance(history, entry);
  if (!advanced.ok) throw new DeskError({ key: 'damaged journal', detail: `entry ${entry.seq}: ${advanced.why}` });
  return advanced.history;
}

export const isSameReview = (a: History | undefined, b: History): boolean =>
  a !== undefined && digestOf(a.review) === digestOf(b.review);
