/** `galley doctor [DIR]`: checks an installation and an archive, and sets aside what a dead process left. */
import { writeFile } from 'node:fs/promises';
import { codeOf, realFiles } from '../desk/files.ts';
import { writingProblem } from '../desk/problems.ts';
import { realProcesses } from '../desk/processes.ts';
import { readSettings } from '../desk/settings.ts';
import { type Examined, examine, type Finding, setAside } from '../doctor/examine.ts';
import { examineIndex } from '../doctor/examine-index.ts';
import { systemLocales } from '../host/locales.ts';
import { openStore, orForget } from '../host/store.ts';
import { lastLines, logFolder, logNames } from '../log/log.ts';
import { examineData, reportOf } from '../log/report.ts';
import { folderOf } from './archive-folder.ts';
import { readArguments } from './arguments.ts';
import { dataFolderOf } from './data-folder.ts';
import { type Command, Complaint, type ExitCode, type Io, print, shownName, Usage } from './io.ts';
import { pathOf } from './read-issue.ts';
import { problemSentence } from './sentences.ts';
import { VERSION } from './version.ts';

const SENTENCES: { readonly [K in Finding['what']]: string } = {
  'torn journal': 'its last record is torn; all before it is read, nothing needs to be done',
  'damaged journal': 'its journal cannot be read; keep the folder and restore it from a copy',
  'newer journal': 'it was made by a newer Galley, which can open it',
  'bytes missing': 'its copy of the issue is missing; keep the issue file as it is',
  'bytes damaged': 'its copy of the issue is damaged; keep the issue file as it is',
  'text missing': 'the text that was read from the issue is missing; keep the issue file as it is',
  'text damaged': 'the text that was read from the issue is damaged; keep the issue file as it is',
  'orphaned lock': 'the lock of a process that is gone',
  'orphaned temporary file': 'a temporary file of a process that is gone',
  'settings damaged': 'the settings cannot be read; the next start sets them aside',
  'index damaged': 'the index of the archive is damaged; set aside, it is made anew from the files',
  'index behind': 'the index is older than the files; opening the archive brings it up to date',
  'not readable': 'it cannot be read',
};

/** Findings that nobody needs to act on. */
const HARMLESS: ReadonlySet<Finding['what']> = new Set(['torn journal', 'newer journal', 'index behind']);

const options = { repair: { type: 'boolean' }, log: { type: 'boolean' }, report: { type: 'string' } } as const;
/** Lines of the log that are printed. */
const LOG_LINES = 40;

export const command: Command = {
  async run(args, io) {
    const { values, files } = readArguments(args, options, { mayBeNone: true });
    const [folder, ...others] = files;
    if (others.length > 0 || folder === '-') throw new Usage('Name one folder.');
    const data = dataFolderOf(io);
    const { reviews, findings } = await examineAll(io, data, folder);
    const moved = values.repair ? await setAside(realFiles, findings, new Date()) : [];
    const code = await report(io, { reviews, findings }, moved.length);
    await showLogs(io, logFolder(data), values.log ? LOG_LINES : 0);
    if (values.report !== undefined) await saveReport(io, data, { reviews, findings }, values.report);
    return code;
  },
};

async function examineAll(io: Io, data: string, folder: string | undefined): Promise<Examined> {
  const ports = { files: realFiles, processes: realProcesses };
  const own = await examineData(ports, data);
  if (folder === undefined) return own;
  const root = await folderOf(folder, io);
  const archive = await examine(ports, root);
  const index = await examineIndex(realFiles, data, root);
  return {
    reviews: own.reviews + archive.reviews,
    findings: [...own.findings, ...archive.findings, ...index],
  };
}

async function report(io: Io, { reviews, findings }: Examined, moved: number): Promise<ExitCode> {
  for (const { what, path } of findings) await print(io, `${shownName(path)}: ${SENTENCES[what]}\n`);
  const open = findings.filter((f) => !HARMLESS.has(f.what) && !(f.mayBeSetAside && moved > 0));
  await print(io, `Galley ${VERSION}, Node ${process.versions.node}: ${reviews} reviews, `);
  await print(io, `${findings.length} findings, ${moved} set aside, ${open.length} left.\n`);
  return open.length > 0 ? 1 : 0;
}

async function showLogs(io: Io, folder: string, count: number): Promise<void> {
  const files = logNames(folder).length;
  await print(io, `Logs: ${files === 0 ? 'none yet' : `${files} files`} in ${shownName(folder)}\n`);
  for (const line of lastLines(folder, count)) await print(io, `${line}\n`);
}

async function saveReport(io: Io, data: string, found: Examined, name: string): Promise<void> {
  const settings = readSettings(orForget(() => openStore(data)));
  const report = reportOf({
    version: VERSION,
    host: 'command line',
    locales: systemLocales(io.env),
    settings,
    dataFolder: data,
    found,
  });
  const path = pathOf(name, io);
  try {
    await writeFile(path, report, { flag: 'wx' });
  } catch (error) {
    throw new Complaint(
      codeOf(error) === 'EEXIST' ? 'It is there already.' : problemSentence(writingProblem(error)),
      name,
    );
  }
  await print(io, `Report: ${shownName(path)}\n`);
}
