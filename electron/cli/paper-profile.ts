/** Profiles of newspapers on the command line: read from a file, or learned from the reviews of an archive. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { issueOf } from '../../shared/model/issue.ts';
import { linesIn } from '../../shared/words/lines.ts';
import { learn, type Word, type WordList, wordListSchema, wordsIn } from '../../shared/words/list.ts';
import { scanArchive } from '../archive/scan.ts';
import { realFiles } from '../desk/files.ts';
import { readingProblem } from '../desk/problems.ts';
import { replay } from '../desk/replay.ts';
import { loadSource } from '../desk/source.ts';
import { Complaint, type Io } from './io.ts';
import { problemSentence } from './sentences.ts';

/** The profile in a file. Rejects with a `Complaint` when it is none. */
export async function readPaperProfile(file: string, io: Io): Promise<WordList> {
  let text: string;
  try {
    text = await readFile(resolve(io.folder, file), 'utf8');
  } catch (error) {
    throw new Complaint(problemSentence(readingProblem(error)), file);
  }
  try {
    return wordListSchema.parse(JSON.parse(text));
  } catch {
    throw new Complaint('It is no profile of a newspaper.', file);
  }
}

/**
 * What the settled issues of an archive teach of each newspaper, or of the one that is named. A review that can't be
 * read teaches nothing.
 */
export async function learnPapers(
  root: string,
  dataFolder: string,
  only: string | undefined,
): Promise<readonly WordList[]> {
  const papers = new Map<string, readonly Word[]>();
  for await (const { found } of scanArchive({ files: realFiles, root, dataFolder })) {
    for (const { path, mayBeReviewed } of found.issues) {
      const seen = mayBeReviewed ? await seenIn(join(root, path), dataFolder).catch(() => null) : null;
      if (!seen || (only !== undefined && seen.paper !== only)) continue;
      papers.set(seen.paper, learn(papers.get(seen.paper) ?? [], seen.words));
    }
  }
  return [...papers].map(([paper, words]) => ({ format: 1, paper, words: words.toSorted(byWorth) }));
}

const byWorth = (a: Word, b: Word): number => a.kind.localeCompare(b.kind) || b.count - a.count;

async function seenIn(path: string, dataFolder: string): Promise<{ paper: string; words: readonly Word[] } | null> {
  const { content, decoded } = await loadSource(realFiles, dataFolder, path);
  if (!content) return null;
  const issue = issueOf(decoded.text);
  const { review } = replay(issue, content.opening.proposal, content.entries);
  const paper = review.masthead.paper?.trim();
  if (!paper) return null;
  const settled = review.articles.filter(({ state }) => state === 'settled');
  return { paper, words: [...settled.flatMap(wordsIn), ...linesIn(issue, review)] };
}
