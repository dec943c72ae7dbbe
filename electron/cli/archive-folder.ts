/** The folder of an archive, as an argument names it. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { realFiles } from '../desk/files.ts';
import { readingProblem } from '../desk/problems.ts';
import { Complaint, type Io } from './io.ts';
import { problemSentence } from './sentences.ts';

/** Its real path. Rejects with a `Complaint` when there is no such folder. */
export async function folderOf(folder: string, io: Io): Promise<string> {
  try {
    const real = await realpath(resolve(io.folder, folder));
    if ((await realFiles.stat(real))?.isFolder) return real;
  } catch (error) {
    throw new Complaint(problemSentence(readingProblem(error)), folder);
  }
  throw new Complaint('It is not a folder.', folder);
}
