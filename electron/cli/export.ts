/** `galley export FILE… --format F --out DIR`: the reviewed articles of each issue, or the proposed ones, as a file. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DeskError, type ExportFormat } from '../../shared/contract/contract.ts';
import type { DeliveredFile } from '../../shared/contract/delivery.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { type History, startHistory } from '../../shared/journal/history.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { gateProblems, RULES, stampOf } from '../archive/gate.ts';
import { readShared } from '../archive/shared-data.ts';
import { claimsOf, clearLeftovers, closeDelivery, deliverIssue, nameBookOf } from '../delivery/deliver.ts';
import { readManifest } from '../delivery/manifest.ts';
import type { DeliveredIssue } from '../delivery/prepare.ts';
import { realFiles } from '../desk/files.ts';
import { writingProblem } from '../desk/problems.ts';
import { realProcesses } from '../desk/processes.ts';
import type { Scan } from '../export/blocks.ts';
import { conservedDocument } from '../export/conserved.ts';
import { summaryOf } from '../export/statement.ts';
import { ENCODING_OPTION, encodingOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { type Command, Complaint, complain, type Io, print, ReaderGone, shownName, Usage } from './io.ts';
import { profileOf } from './profiles.ts';
import { issueOfBytes, nameOf, pathOf, readBytes } from './read-issue.ts';
import { findReviewed } from './reviewed.ts';
import { problemSentence } from './sentences.ts';
import { eachOnce, issuesOf, realPathOf } from './targets.ts';

const options = {
  ...ENCODING_OPTION,
  format: { type: 'string' },
  profile: { type: 'string' },
  'dry-run': { type: 'boolean' },
  out: { type: 'string' },
  fresh: { type: 'boolean' },
} as const;

async function readExportArguments(args: readonly string[], io: Io) {
  const { values, files } = readArguments(args, options);
  const [first = '-'] = files;
  const root = first === '-' ? null : await archiveOf(realFiles, await realPathOf(pathOf(first, io)));
  const profile = await profileOf(values, root);
  if (values.out === undefined) throw new Usage('Say the folder to write to: --out DIR.');
  const { format } = profile;
  const what: What = { fresh: values.fresh ?? false, encoding: encodingOf(values.encoding), format };
  return { files, profile, out: values.out, isDry: values['dry-run'] ?? false, what };
}

interface What {
  readonly fresh: boolean;
  readonly encoding: Encoding | undefined;
  readonly format: ExportFormat;
}

interface Found {
  readonly document: GalleyDocument;
  readonly history: History;
  /** The last entry of the journal; null: there is no review. */
  readonly position: number | null;
  readonly scan: Scan | undefined;
}

/** The document of the issue's review, or of the proposal when it has none. Says what should be known on stderr. */
async function documentOf(file: string, { fresh, encoding, format }: What, io: Io): Promise<Found> {
  const bytes = await readBytes(file, io);
  const reviewed = fresh || file === '-' ? null : await findReviewed(file, bytes, io, encoding);
  if (reviewed) {
    for (const notice of reviewed.notices) complain(io, file, notice);
    const { history, source, entries } = reviewed;
    const { issue, review, proposal } = history;
    const document = conservedDocument({ issue, review, doubts: proposal.doubts, source, entries });
    return { document, history, position: history.seq, scan: await reviewed.scan(format) };
  }
  const { issue, source, given, layout } = await issueOfBytes(bytes, nameOf(file), encoding);
  const { segment } = await import('../segmenter/segment.ts');
  const { proposal } = segment(issue.text, { name: source.name, ...(given && { given }) });
  const document = conservedDocument({ issue, source, review: proposal.review, doubts: proposal.doubts });
  const scan = layout ? { text: issue.text, layout } : undefined;
  return { document, history: startHistory(issue, proposal), position: null, scan };
}

/** What the archive that the file lies in asks of it and is not there. Throws when it is refused therefore. */
async function brokenRules(file: string, found: Found, io: Io): Promise<readonly string[]> {
  const root = file === '-' ? null : await archiveOf(realFiles, await realPathOf(pathOf(file, io)));
  if (root === null) return [];
  const { rules, on } = await readShared(realFiles, root, RULES);
  const problems = gateProblems(found, rules);
  if (problems.length > 0 && on === 'refuse')
    throw new Complaint(`The archive's rules refuse it. ${problems.map(problemSentence).join(' ')}`);
  return problems.map(stampOf);
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
  await clearLeftovers(realFiles, realProcesses, folder);
}

/** Tells of a file. Writing files is the work; that nobody listens does not stop it. */
const tell = (io: Io, line: string): Promise<void> =>
  print(io, line).catch((error) => {
    if (!(error instanceof ReaderGone)) throw error;
  });

export const command: Command = {
  async run(args, io) {
    const { files, profile, out, isDry, what } = await readExportArguments(args, io);
    const wanted = resolve(io.folder, out);
    const made = isDry ? 0 : await eachFile([out], io, () => makeFolder(wanted));
    if (made !== 0) return made;
    const folder = await realPathOf(wanted);
    const isIssue = await issuesOf(files, io);
    const once = eachOnce();
    const claim = claimsOf(nameBookOf(await readManifest(realFiles, folder)), realFiles, folder, isIssue);
    const delivered: DeliveredFile[] = [];
    const covered = new Set<string>();
    const code = await eachFile(files, io, async (file) => {
      const path = once(nameOf(file));
      const found = await documentOf(file, what, io);
      const { document, position } = found;
      const breaks = await brokenRules(file, found, io);
      const issue: DeliveredIssue = { document, path, position, breaks, scan: found.scan };
      const given = await deliverIssue({ files: realFiles, out: folder, claim, isDry }, issue, profile);
      covered.add(path);
      delivered.push(...given);
      for (const one of given)
        if (!isDry) await tell(io, `${shownName(join(folder, one.file))}\t${noted(one, document)}\n`);
      if (given.length === 0) complain(io, file, 'Nothing of it is what the profile takes.');
    });
    const scope = { profile: profile.name, covers: (issue: string) => covered.has(issue) };
    const closing = await closeDelivery({ files: realFiles, out: folder, isDry }, delivered, scope, new Date());
    if (isDry) for (const { file, change } of closing.changes) await tell(io, `${change}\t${shownName(file)}\n`);
    return code;
  },
};

/** What a file holds and leaves out; of one article, which. */
function noted({ article, numbered, unencodable }: DeliveredFile, document: GalleyDocument): string {
  const told = article === null ? summaryOf(document) : `Article ${article}.`;
  return [
    told,
    ...(numbered ? ['Numbered, because another file has its name.'] : []),
    ...(unencodable === undefined
      ? []
      : [`Characters that the encoding can't hold are written by their number: ${unencodable}`]),
  ].join(' ');
}
