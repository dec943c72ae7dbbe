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
import { findReviewed, type Reviewed } from '../cli/reviewed.ts';
import { conservedDocument } from '../export/conserved.ts';
import { segment } from '../segmenter/segment.ts';
import { readSecondReader } from './second-reader.ts';

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

/** What an issue is scored against: gold files (`NAME.gold.tsv`), or a second reader's documents (`NAME.json`). */
export interface GoldSource {
  readonly kind: 'gold' | 'second reader';
  /** Absolute path. */
  readonly folder: string;
}

/** Looks at one issue; what goes wrong is a sentence, and the others go on. */
export async function lookAt(folder: string, name: string, goldFrom: GoldSource, io: Io): Promise<QaIssue | Failed> {
  try {
    return await qaIssue(join(folder, name), name, goldFrom, io);
  } catch (error) {
    return { name, why: failureSentence(error, io) };
  }
}

/** The issue with another review of it: a script's. */
export const withReview = (issue: QaIssue, { history, source }: Reviewed): QaIssue => {
  const reviewed = documentOfReview({ history, source });
  return {
    ...issue,
    reviewed,
    history,
    score: issue.gold && scoreOf(issue.gold, readingOf(reviewed)),
    openDoubts: openDoubtsOf(history),
  };
};

const documentOfReview = ({ history, source }: Pick<Reviewed, 'history' | 'source'>): GalleyDocument =>
  conservedDocument({ issue: history.issue, review: history.review, doubts: history.proposal.doubts, source });

const openDoubtsOf = ({ review, proposal }: History): number =>
  proposal.doubts.filter(({ id }) => !Object.hasOwn(review.doubtsSettled, id)).length;

async function qaIssue(path: string, name: string, goldFrom: GoldSource, io: Io): Promise<QaIssue> {
  const bytes = await readFile(path);
  const { issue, source, given } = await issueOfBytes(bytes, name);
  const { review, doubts } = segment(issue.text, { name, ...(given && { given }) }).proposal;
  const proposed = conservedDocument({ issue, review, doubts, source });
  const found = await findReviewed(path, bytes, io);
  const gold = await goldOf(goldFrom, name);
  const issueAsProposed: QaIssue = {
    name,
    proposed,
    reviewed: null,
    history: null,
    gold,
    score: gold && scoreOf(gold, readingOf(proposed)),
    openDoubts: doubts.length,
  };
  return found ? withReview(issueAsProposed, found) : issueAsProposed;
}

async function goldOf({ kind, folder }: GoldSource, name: string): Promise<Gold | null> {
  const base = join(folder, name.replace(/\.[^.]*$/, ''));
  if (kind === 'second reader')
    return existsSync(`${base}.json`) ? readSecondReader(await readFile(`${base}.json`, 'utf8')) : null;
  if (!existsSync(`${base}.gold.tsv`)) return null;
  const articles = existsSync(`${base}.articles.json`) ? await readFile(`${base}.articles.json`, 'utf8') : null;
  return readGold(await readFile(`${base}.gold.tsv`, 'utf8'), articles);
}
