/** What exports must not replace: issues, and one another where two issues have one name. */
import { realpath } from 'node:fs/promises';
import { folded } from '../delivery/safe-name.ts';
import { Complaint, type Io } from './io.ts';
import { pathOf } from './read-issue.ts';

/** The path with its links followed; itself where there is nothing yet. */
export const realPathOf = (path: string): Promise<string> => realpath(path).catch(() => path);

/** Whether a path is one of the files that are being exported. */
export async function issuesOf(files: readonly string[], io: Io): Promise<(path: string) => boolean> {
  const paths = files.filter((file) => file !== '-').map((file) => realPathOf(pathOf(file, io)));
  const issues = new Set((await Promise.all(paths)).map(folded));
  return (path) => issues.has(folded(path));
}

/** The name of an issue, once: throws a `Complaint` for a second one of that name, for their exports would be one. */
export function eachOnce(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    if (taken.has(folded(name)))
      throw new Complaint(`Another issue is called ${name} too; export it into another folder.`);
    taken.add(folded(name));
    return name;
  };
}
