/** The calls about exports of an issue, and about the profiles that they are made by. */
import { basename, dirname, join } from 'node:path';
import { DeskError, type DeskService, type Problem } from '../../shared/contract/contract.ts';
import type { FileId } from '../../shared/contract/issue.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { ExportWritten } from '../../shared/contract/written.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { changeShared, PROFILES, readShared } from '../archive/shared-data.ts';
import { type Exportable, type ExportPorts, previewExport, targetsOf, writeExport } from './exporting.ts';
import { readingProblem, writingProblem } from './problems.ts';

export interface ExportDeskPorts extends ExportPorts {
  /** Asks where to write; null when the person thought better of it. */
  readonly chooseTarget?: (suggested: string) => Promise<string | null>;
  now(): Date;
  /** An issue that is open, all its edits on the disk or not. */
  exportable(file: FileId): Promise<Exportable>;
  /** Resolves when all edits of the issue are on the disk. */
  flush(file: FileId): Promise<unknown>;
  pathOf(file: FileId): string;
  /** The folder of the archive that is open. */
  archiveRoot(): string | null;
}

export function exportCalls(
  ports: ExportDeskPorts,
): Pick<DeskService, 'export.preview' | 'export.write' | 'profiles.get' | 'profiles.set'> {
  const { files, processes, now } = ports;
  /** Where the profiles for an issue are kept: with its archive, else the one that is open, else with the settings. */
  const profilesAt = async (file: FileId | null): Promise<string> => {
    const own = file === null ? null : await archiveOf(files, ports.pathOf(file));
    return own ?? ports.archiveRoot() ?? ports.dataFolder;
  };
  return {
    'export.preview': async ({ file, profile }) =>
      previewExport(ports, await ports.exportable(file), profile).catch(asReading),
    'export.write': ({ file, profile, choose }) => write(ports, file, profile, choose ?? false),
    'profiles.get': async ({ file }) => readShared(files, await profilesAt(file), PROFILES),
    'profiles.set': async ({ file, profiles }) =>
      changeShared({ files, processes, now }, await profilesAt(file), PROFILES, () => ({ profiles })),
  };
}

async function write(
  ports: ExportDeskPorts,
  file: FileId,
  profile: ExportProfile,
  choose: boolean,
): Promise<ExportWritten | null> {
  // What is exported shall be what is on the disk.
  await ports.flush(file).catch((error: unknown) => {
    throw new DeskError({ key: 'unsaved edits' }, { cause: error });
  });
  const exportable = await ports.exportable(file);
  const to = choose ? await chosenTarget(ports, exportable, profile) : { folder: dirname(exportable.path) };
  if (to === null) return null;
  try {
    return await writeExport(ports, exportable, profile, to);
  } catch (error) {
    const problem = writingProblem(error);
    if (choose || !isOfPlace(problem)) throw new DeskError(problem, { cause: error });
    // Where nothing can be written beside the issue.
    const fallback = { folder: join(ports.dataFolder, 'exports') };
    return writeExport(ports, exportable, profile, fallback).catch(asWriting);
  }
}

/** Where the person wants the export; null when they thought better of it. Of several files, the folder. */
async function chosenTarget(
  ports: ExportDeskPorts,
  exportable: Exportable,
  profile: ExportProfile,
): Promise<{ folder: string; name?: string } | null> {
  const targets = await targetsOf(ports, exportable, profile);
  const [suggested = join(dirname(exportable.path), basename(exportable.path))] = targets;
  if (!ports.chooseTarget) return { folder: dirname(exportable.path) };
  const chosen = await ports.chooseTarget(suggested);
  if (chosen === null) return null;
  const real = await ports.files.realPath(chosen).catch(() => chosen);
  if (ports.isIssue(real)) throw new DeskError({ key: 'not writable', detail: 'an issue file' });
  return targets.length === 1 ? { folder: dirname(chosen), name: basename(chosen) } : { folder: dirname(chosen) };
}

/** Problems for which another folder may do. */
const isOfPlace = ({ key }: Problem): boolean => key === 'not writable' || key === 'folder gone';

function asWriting(error: unknown): never {
  throw new DeskError(writingProblem(error), { cause: error });
}

function asReading(error: unknown): never {
  throw new DeskError(readingProblem(error), { cause: error });
}
