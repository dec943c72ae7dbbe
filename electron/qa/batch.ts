/** The issues of a folder as QA looks at them: proposal, review if there is one, gold if there is one. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { History } from '../../shared/journal/history.ts';
import { type Gold, readGold, readingOf } from '../../shared/score/gold.ts';
import { type IssueScore, scoreOf } from '../../shared/score/score.ts';
import { failureSentence } from '../cli/each-file.ts';
import type { Io } from '../cli/io.ts';
import { issueOfBytes } from '../cli/read-issue.ts';
import { findReviewed } from '../cli/reviewed.ts';
import { conservedDocument } from '../export/conserved.ts';
import { segment } from '../segmenter/segment.ts';

export interface QaIssue {
  readonly name: string;
  readonly proposed: GalleyDocument;
  /** Null: nobody has reviewed it. */
  readonly reviewed: GalleyDocument | null;
  readonly history: History | null;
  readonly gold: Gold | null;
  /** Of the review, else of the proposal. */
  readonly score: IssueScore | null;
  readonly openDoubts: number;
}

export interface Failed {
  readonly name: string;
  /** A sentence. */
  readonly why: string;
}

/** Names of the issue files of a folder, in order; text files only. */
export async function issuesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && /\.txt$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Looks at one issue; what goes wrong is a sentence, and the others go on. */
export async function lookAt(folder: string, name: string, goldFolder: string, io: Io): Promise<QaIssue | Failed> {
  try {
    return await qaIssue(join(folder, name), name, goldFolder, io);
  } catch (error) {
    return { name, why: failureSentence(error, io) };
  }
}

async function qaIssue(path: string, name: string, goldFolder: string, io: Io): Promise<QaIssue> {
  const bytes = await readFile(path);
  const { issue, source, given } = await issueOfBytes(bytes, name);
  const { review, doubts } = segment(issue.text, { name, ...(given && { given }) }).proposal;
  const proposed = conservedDocument({ issue, review, doubts, source });
  const found = await findReviewed(path, bytes, io);
  const reviewed = found
    ? conservedDocument({
        issue: found.history.issue,
        review: found.history.review,
        doubts: found.history.proposal.doubts,
        source: found.source,
      })
    : null;
  const gold = await goldOf(join(goldFolder, name.replace(/\.[^.]*$/, '')));
  const settled = found?.history.review.doubtsSettled ?? {};
  return {
    name,
    proposed,
    reviewed,
    history: found?.history ?? null,
    gold,
    score: gold && scoreOf(gold, readingOf(reviewed ?? proposed)),
    openDoubts: (found?.history.proposal.doubts ?? doubts).filter(({ id }) => !Object.hasOwn(settled, id)).length,
  };
}

async function goldOf(base: string): Promise<Gold | null> {
  if (!existsSync(`${base}.gold.tsv`)) return null;
  const articles = existsSync(`${base}.articles.json`) ? await readFile(`${base}.articles.json`, 'utf8') : null;
  return readGold(await readFile(`${base}.gold.tsv`, 'utf8'), articles);
}
