/** What a batch does to one issue. Runs in a worker thread (`worker.ts`); everything is done wholly or not at all. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BatchKind } from '../../../shared/contract/archive.ts';
import { DeskError, type ExportFormat, type Problem, problemOf } from '../../../shared/contract/contract.ts';
import { type History, startHistory } from '../../../shared/journal/history.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import { writeAtomic } from '../../desk/atomic.ts';
import { realFiles } from '../../desk/files.ts';
import { writingProblem } from '../../desk/problems.ts';
import { replay } from '../../desk/replay.ts';
import { type LoadedSource, loadSource, sourceOf } from '../../desk/source.ts';
import { conservedDocument } from '../../export/conserved.ts';
import { exportDocument, exportName } from '../../export/export.ts';
import { writeExported } from '../exported.ts';
import { gateProblems, RULES } from '../gate.ts';
import { readShared } from '../shared-data.ts';
import { type IssuePorts, type Outcome, proposalOf, proposeIssue, reproposeIssue } from './propose.ts';

/** What all issues of a batch share. */
export interface BatchWork {
  readonly kind: BatchKind;
  readonly root: string;
  readonly dataFolder: string;
  /** The name that stands in journals. */
  readonly person: string;
  /** For exports: the format, and the folder below which they go as the issues lie in the archive. */
  readonly format: ExportFormat | null;
  readonly out: string | null;
}

/** How one issue ended: done, or why it was not. */
export type TaskResult = { readonly outcome: Outcome } | { readonly problems: readonly Problem[] };

/** Never rejects. */
export async function perform(work: BatchWork, path: string): Promise<TaskResult> {
  try {
    switch (work.kind) {
      case 'segment':
        return { outcome: await proposeIssue(portsOf(work), path) };
      case 'repropose':
        return { outcome: await reproposeIssue(portsOf(work), path, work.person) };
      case 'validate':
        return await validate(work, path);
      case 'export':
        return await exportOne(work, path);
    }
  } catch (error) {
    return { problems: [problemOf(error)] };
  }
}

const portsOf = ({ root, dataFolder }: BatchWork): IssuePorts => ({ root, dataFolder });

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
  return { loaded, history: startHistory(issue, await proposalOf(loaded, path)) };
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
  documentOf(issue, path);
  const { rules } = await readShared(realFiles, work.root, RULES);
  const problems = gateProblems(issue.history, [...new Set([...rules, 'the review keeps its laws' as const])]);
  return problems.length > 0 ? { problems } : { outcome: 'done' };
}

/** Written beside an export that breaks the archive's rules, where these say so. */
const stampName = (target: string): string => `${target}.unfinished.json`;

async function exportOne(work: BatchWork, path: string): Promise<TaskResult> {
  const { out, format } = work;
  if (out === null || format === null) throw new DeskError({ key: 'bad request', detail: 'no target' });
  const issue = await read(work, path);
  const { rules, on } = await readShared(realFiles, work.root, RULES);
  const problems = gateProblems(issue.history, rules);
  if (problems.length > 0 && on === 'refuse') return { problems };
  const target = join(out, dirname(path), exportName(nameOf(path), format));
  const bytes = await exportDocument(documentOf(issue, path), format);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeAtomic(realFiles, target, bytes);
    if (problems.length > 0) await writeAtomic(realFiles, stampName(target), Buffer.from(JSON.stringify({ problems })));
    else await realFiles.remove(stampName(target));
  } catch (error) {
    throw new DeskError(writingProblem(error), { cause: error });
  }
  const { seq } = issue.history;
  const exported = { at: new Date().toISOString(), seq, format };
  // An archive that can't be written has no date of its exports.
  if (issue.loaded.content) await writeExported(realFiles, issue.loaded.place, exported).catch(() => undefined);
  return problems.length > 0 ? { problems } : { outcome: 'done' };
}
