/** What a batch does to one issue. Runs in a worker thread (`worker.ts`); everything is done wholly or not at all. */
import { join } from 'node:path';
import type { BatchKind } from '../../../shared/contract/archive.ts';
import { DeskError, type Problem, problemOf } from '../../../shared/contract/contract.ts';
import type { DeliveredFile } from '../../../shared/contract/delivery.ts';
import type { ExportProfile } from '../../../shared/contract/profile.ts';
import { type History, startHistory } from '../../../shared/journal/history.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import type { WordList } from '../../../shared/words/list.ts';
import { type Claim, deliverIssue } from '../../delivery/deliver.ts';
import { realFiles } from '../../desk/files.ts';
import { type AskPaper, noPaper } from '../../desk/papers.ts';
import { replay } from '../../desk/replay.ts';
import { type LoadedSource, loadSource, scanOf, sourceOf } from '../../desk/source.ts';
import { WordLists } from '../../desk/word-lists.ts';
import { conservedDocument } from '../../export/conserved.ts';
import { writeExported } from '../exported.ts';
import { gateProblems, RULES, stampOf } from '../gate.ts';
import { readShared } from '../shared-data.ts';
import { type IssuePorts, type Outcome, proposalOf, proposeIssue, reproposeIssue } from './propose.ts';

/** What all issues of a batch share. */
export interface BatchWork {
  readonly kind: BatchKind;
  readonly root: string;
  readonly dataFolder: string;
  /** Proposals: with the profile of each issue's newspaper, without any, or with this one. */
  readonly paper: 'own' | 'none' | WordList;
  /** The name that stands in journals. */
  readonly person: string;
  /** For exports: what is delivered how, and the folder that it goes to. */
  readonly profile: ExportProfile | null;
  readonly out: string | null;
  /** Nothing is written: only what would be is told. */
  readonly isDry: boolean;
}

/** How one issue ended: done, or why it was not. */
export type TaskResult = ({ readonly outcome: Outcome } | { readonly problems: readonly Problem[] }) & {
  /** Of an export: the files, also of one that was stamped. */
  readonly delivered?: readonly DeliveredFile[];
};

/** Never rejects. */
export async function perform(work: BatchWork, path: string, claim: Claim): Promise<TaskResult> {
  try {
    switch (work.kind) {
      case 'segment':
        return { outcome: await proposeIssue(portsOf(work), path) };
      case 'repropose':
        return { outcome: await reproposeIssue(portsOf(work), path, work.person) };
      case 'validate':
        return await validate(work, path);
      case 'export':
        return await exportOne(work, path, claim);
    }
  } catch (error) {
    return { problems: [problemOf(error)] };
  }
}

const portsOf = (work: BatchWork): IssuePorts => ({
  root: work.root,
  dataFolder: work.dataFolder,
  paper: paperOf(work),
});

function paperOf({ paper, dataFolder }: BatchWork): AskPaper | WordList {
  if (paper === 'none') return noPaper;
  if (paper !== 'own') return paper;
  const lists = new WordLists(realFiles, dataFolder);
  return (title) => lists.read(title);
}

interface ReadIssue {
  readonly loaded: LoadedSource;
  readonly history: History;
}

/** The issue's review, or its proposal of now where it has none. */
async function read(work: BatchWork, path: string): Promise<ReadIssue> {
  const loaded = await loadSource(realFiles, work.dataFolder, join(work.root, path));
  const issue = issueOf(loaded.decoded.text);
  const { content } = loaded;
  if (content) return { loaded, history: replay(issue, content.opening.proposal, content.entries) };
  return { loaded, history: startHistory(issue, await proposalOf(loaded, path, paperOf(work))) };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function documentOf({ loaded, history }: ReadIssue, path: string) {
  const { issue, review, proposal } = history;
  const source = sourceOf(nameOf(path), loaded);
  return conservedDocument({ issue, review, doubts: proposal.doubts, source, entries: loaded.content?.entries ?? [] });
}

/** That the journal can be replayed, no character is lost, and the archive's rules hold. */
async function validate(work: BatchWork, path: string): Promise<TaskResult> {
  const issue = await read(work, path);
  const document = documentOf(issue, path);
  const { rules } = await readShared(realFiles, work.root, RULES);
  const problems = gateProblems({ history: issue.history, document }, [
    ...new Set([...rules, 'the review keeps its laws' as const]),
  ]);
  return problems.length > 0 ? { problems } : { outcome: 'done' };
}

async function exportOne(work: BatchWork, path: string, claim: Claim): Promise<TaskResult> {
  const { out, profile, isDry } = work;
  if (out === null || profile === null) throw new DeskError({ key: 'bad request', detail: 'no target' });
  const issue = await read(work, path);
  const { rules, on } = await readShared(realFiles, work.root, RULES);
  const document = documentOf(issue, path);
  const problems = gateProblems({ history: issue.history, document: document }, rules);
  if (problems.length > 0 && on === 'refuse') return { problems };
  const { content, place } = issue.loaded;
  const { seq } = issue.history;
  const breaks = problems.map(stampOf);
  const ports = { files: realFiles, out, claim, isDry };
  const delivered = await deliverIssue(
    ports,
    { document, path, position: content && seq, breaks, scan: await scanOf(issue.loaded, profile.format) },
    profile,
  );
  const exported = { at: new Date().toISOString(), seq, format: profile.format };
  // An archive that can't be written has no date of its exports.
  if (content && !isDry) await writeExported(realFiles, place, exported).catch(() => undefined);
  return { ...(problems.length > 0 ? { problems } : { outcome: 'done' }), delivered };
}
