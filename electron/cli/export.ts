/** `galley export FILE… --format F --out DIR`: the reviewed articles of each issue, or the proposed ones, as a file. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DeskError, EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { removeLeftovers, writeAtomic } from '../desk/atomic.ts';
import { realFiles } from '../desk/files.ts';
import { writingProblem } from '../desk/problems.ts';
import { realProcesses } from '../desk/processes.ts';
import { conservedDocument } from '../export/conserved.ts';
import { exportDocument } from '../export/export.ts';
import { summaryOf } from '../export/statement.ts';
import { ENCODING_HELP, ENCODING_OPTION, encodingOf, oneOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { type Command, complain, type Io, print, ReaderGone, shownName, Usage } from './io.ts';
import { issueOfBytes, nameOf, readBytes } from './read-issue.ts';
import { findReviewed } from './reviewed.ts';
import { targetsIn } from './targets.ts';

const help = `galley export FILE… --format F --out DIR [--fresh] [--encoding E]

Writes the articles of each issue to a file in DIR, which is made if need be: the
reviewed ones where there is a review, else the proposed ones. Prints the path of each
file written, a tab, and what it holds and leaves out.

  --format F     json       the whole document      NAME.json
                 jsonl      one article a line      NAME.jsonl
                 markdown   to read or publish      NAME.md
                 text       plain text              NAME.articles.txt
                 html       a page for browsers     NAME.html
                 csv        a row an article        NAME.csv
                 tei        TEI P5                  NAME.tei.xml
                 pairs      as scanned, corrected   NAME.pairs.jsonl
                 docx       for Word                NAME.docx
                 mets       METS and ALTO           NAME.mets.zip
                 epub       a book                  NAME.epub
                 ninjs      news as JSON            NAME.ninjs.json
  --out DIR      the folder to write to; an older export of the same name is replaced
  --fresh        take no notice of reviews: export what would be proposed now
${ENCODING_HELP}

A target is the old file or the new one, never a part of one. Issue files and reviews
are never written. A file that fails gives one line on stderr and does not stop the
others.

Exit codes: 0 done, 1 some file failed, 2 bad usage.
`;

const options = {
  ...ENCODING_OPTION,
  format: { type: 'string' },
  out: { type: 'string' },
  fresh: { type: 'boolean' },
} as const;

function readExportArguments(args: readonly string[]) {
  const { values, files } = readArguments(args, options);
  const format = oneOf('--format', values.format, EXPORT_FORMATS);
  if (format === undefined) throw new Usage(`Say the format: --format ${EXPORT_FORMATS.join(', ')}.`);
  if (values.out === undefined) throw new Usage('Say the folder to write to: --out DIR.');
  return { files, format, out: values.out, fresh: values.fresh ?? false, encoding: encodingOf(values.encoding) };
}

interface What {
  readonly fresh: boolean;
  readonly encoding: Encoding | undefined;
}

/** The document of the issue's review, or of the proposal when it has none. Says what should be known on stderr. */
async function documentOf(file: string, { fresh, encoding }: What, io: Io): Promise<GalleyDocument> {
  const bytes = await readBytes(file, io);
  const reviewed = fresh || file === '-' ? null : await findReviewed(file, bytes, io, encoding);
  if (reviewed) {
    for (const notice of reviewed.notices) complain(io, file, notice);
    const { issue, review, proposal } = reviewed.history;
    const { source, entries } = reviewed;
    return conservedDocument({ issue, review, doubts: proposal.doubts, source, entries });
  }
  const { issue, source, given } = await issueOfBytes(bytes, nameOf(file), encoding);
  const { segment } = await import('../segmenter/segment.ts');
  const { review, doubts } = segment(issue.text, { name: source.name, ...(given && { given }) }).proposal;
  return conservedDocument({ issue, source, review, doubts });
}

const writing = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new DeskError(writingProblem(error), { cause: error });
  }
};

/** Makes the folder, and clears away what an export that was killed left in it. */
async function makeFolder(folder: string): Promise<void> {
  await writing(mkdir(folder, { recursive: true }));
  await removeLeftovers(realFiles, folder, (pid) => realProcesses.isRunning({ pid, startTime: null }));
}

/** Tells where the export is. Writing files is the work; that nobody listens does not stop it. */
const tell = (io: Io, path: string, document: GalleyDocument): Promise<void> =>
  print(io, `${shownName(path)}\t${summaryOf(document)}\n`).catch((error) => {
    if (!(error instanceof ReaderGone)) throw error;
  });

export const exportCommand: Command = {
  help,
  async run(args, io) {
    const { files, format, out, ...what } = readExportArguments(args);
    const folder = resolve(io.folder, out);
    const made = await eachFile([out], io, () => makeFolder(folder));
    if (made !== 0) return made;
    const targetOf = await targetsIn(folder, files, io);
    return eachFile(files, io, async (file) => {
      const document = await documentOf(file, what, io);
      const target = targetOf(file, format);
      const bytes = await exportDocument(document, format);
      await writing(writeAtomic(realFiles, target, bytes));
      await tell(io, target, document);
    });
  },
};
