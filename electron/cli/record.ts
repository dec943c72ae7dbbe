/** `galley record FILE`: the review of an issue, done by hand, as a script of the review kit. */
import { realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { issueOf } from '../../shared/model/issue.ts';
import { realFiles } from '../desk/files.ts';
import { writingProblem } from '../desk/problems.ts';
import { scriptIn } from '../desk/recording.ts';
import { loadSource, sourceOf } from '../desk/source.ts';
import { readArguments } from './arguments.ts';
import { dataFolderOf } from './data-folder.ts';
import { type Command, Complaint, complain, type Io, print, Usage } from './io.ts';
import { pathOf } from './read-issue.ts';
import { problemSentence } from './sentences.ts';
import { realPathOf } from './targets.ts';

export const command: Command = {
  async run(args, io) {
    const { values, files } = readArguments(args, { out: { type: 'string' } });
    const [file] = files;
    if (file === undefined || files.length > 1) throw new Usage('Name one issue; a script is of one review.');
    const out = values.out === undefined ? null : resolve(io.folder, values.out);
    const { script, unscripted } = await recorded(file, out, io);
    if (out === null) await print(io, script);
    else await writeFile(out, script).catch(cannotWrite(out));
    for (const what of unscripted) complain(io, file, `Not recorded: ${what}.`);
    return unscripted.length > 0 ? 1 : 0;
  },
};

const cannotWrite =
  (file: string) =>
  (error: unknown): never => {
    throw new Complaint(problemSentence(writingProblem(error)), file);
  };

async function recorded(file: string, out: string | null, io: Io) {
  const path = await realpath(pathOf(file, io)).catch(() => {
    throw new Complaint('There is no such file.', file);
  });
  if (out !== null && (await realPathOf(out)) === path)
    throw new Usage('The script would take the place of the issue; name another file: --out SCRIPT.');
  const data = dataFolderOf(io);
  const loaded = await loadSource(realFiles, data, path);
  const { content, decoded } = loaded;
  if (!content) throw new Complaint('There is no review of this issue yet.', file);
  return scriptIn(out === null ? io.folder : dirname(out), {
    issue: issueOf(decoded.text),
    proposal: content.opening.proposal,
    entries: content.entries,
    source: sourceOf(basename(path), loaded),
    path,
  });
}
