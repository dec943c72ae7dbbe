/** `galley doctor [DIR]`: checks an installation and an archive, and sets aside what a dead process left. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { realFiles } from '../desk/files.ts';
import { realProcesses } from '../desk/processes.ts';
import { type Examined, examine, examineReviews, type Finding, setAside } from '../doctor/examine.ts';
import { examineIndex, examineSettings } from '../doctor/examine-index.ts';
import { dataFolder } from '../host/data-folder.ts';
import { folderOf } from './archive-folder.ts';
import { readArguments } from './arguments.ts';
import { type Command, type ExitCode, type Io, print, shownName, Usage } from './io.ts';
import { VERSION } from './version.ts';

const help = `galley doctor [DIR] [--repair]

Checks the data folder and its settings, and with DIR the archive in it and in the
folders below: the checksums of all journals, the copies of the issues, locks and
temporary files of processes that are gone, the archive's index against the files.
Reads only; prints one line for each finding, then a sum.

  --repair       set aside what may be (locks and temporary files of dead processes,
                 a damaged index, damaged settings): renamed to NAME.aside-TIME. The
                 index is made anew when the archive is opened. Nothing is deleted, and
                 no journal is touched: a torn one is read up to the tear.

Exit codes: 0 all is well or was set aside, 1 something is left to a person, 2 bad usage.
`;

const SENTENCES: { readonly [K in Finding['what']]: string } = {
  'torn journal': 'its last record is torn; all before it is read, nothing needs to be done',
  'damaged journal': 'its journal cannot be read; keep the folder and restore it from a copy',
  'newer journal': 'it was made by a newer Galley, which can open it',
  'bytes missing': 'its copy of the issue is missing; keep the issue file as it is',
  'bytes damaged': 'its copy of the issue is damaged; keep the issue file as it is',
  'orphaned lock': 'the lock of a process that is gone',
  'orphaned temporary file': 'a temporary file of a process that is gone',
  'settings damaged': 'the settings cannot be read; the next start sets them aside',
  'index damaged': 'the index of the archive is damaged; set aside, it is made anew from the files',
  'index behind': 'the index is older than the files; opening the archive brings it up to date',
  'not readable': 'it cannot be read',
};

/** Findings that nobody needs to act on. */
const HARMLESS: ReadonlySet<Finding['what']> = new Set(['torn journal', 'newer journal', 'index behind']);

const options = { repair: { type: 'boolean' } } as const;

export const doctorCommand: Command = {
  help,
  async run(args, io) {
    const { values, files } = readArguments(args, options, { mayBeNone: true });
    const [folder, ...others] = files;
    if (others.length > 0 || folder === '-') throw new Usage('Name one folder.');
    const { reviews, findings } = await examineAll(io, folder);
    const moved = values.repair ? await setAside(realFiles, findings, new Date()) : [];
    return report(io, { reviews, findings }, moved.length);
  },
};

async function examineAll(io: Io, folder: string | undefined): Promise<Examined> {
  const ports = { files: realFiles, processes: realProcesses };
  const data = dataFolder({ env: io.env, platform: process.platform, home: homedir() });
  const settings = await examineSettings(realFiles, data);
  const own = await examineReviews(ports, join(data, 'reviews'));
  if (folder === undefined) return { ...own, findings: [...settings, ...own.findings] };
  const root = await folderOf(folder, io);
  const archive = await examine(ports, root);
  const index = await examineIndex(realFiles, data, root);
  return {
    reviews: own.reviews + archive.reviews,
    findings: [...settings, ...own.findings, ...archive.findings, ...index],
  };
}

async function report(io: Io, { reviews, findings }: Examined, moved: number): Promise<ExitCode> {
  for (const { what, path } of findings) await print(io, `${shownName(path)}: ${SENTENCES[what]}\n`);
  const open = findings.filter((f) => !HARMLESS.has(f.what) && !(f.mayBeSetAside && moved > 0));
  await print(io, `Galley ${VERSION}, Node ${process.versions.node}: ${reviews} reviews, `);
  await print(io, `${findings.length} findings, ${moved} set aside, ${open.length} left.\n`);
  return open.length > 0 ? 1 : 0;
}
