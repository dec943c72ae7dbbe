/**
 * What somebody who reports a problem sends along: versions, settings, what the doctor finds, the last lines of the log.
 * No text of a newspaper, no name of a file, a folder or a person.
 */
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { makeFolders, writeAtomic } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { type Examined, type ExaminePorts, examineReviews } from '../doctor/examine.ts';
import { examineSettings } from '../doctor/examine-index.ts';
import { lastLines, logFolder } from './log.ts';

/** Lines of the log that are sent along: about a week's. */
const LINES = 500;

export interface ReportInput {
  readonly version: string;
  readonly host: AppInfo['host'] | 'command line';
  readonly locales: readonly string[];
  readonly settings: Settings;
  readonly dataFolder: string;
  readonly found: Examined;
}

/** The report as it is written: JSON that a person can read through before it is sent. */
export function reportOf({ version, host, locales, settings, dataFolder, found }: ReportInput): string {
  const { person, ...asSet } = settings;
  const report = {
    galley: version,
    host,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    system: `${platform()} ${release()} ${arch()}`,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    locales,
    settings: { ...asSet, hasPerson: person !== '' },
    reviews: found.reviews,
    // Their kinds and how many: where they are is nobody's business.
    findings: countsOf(found.findings.map(({ what }) => what)),
    log: lastLines(logFolder(dataFolder), LINES).map((line): unknown => JSON.parse(line)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function countsOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What the doctor finds in the data folder: an archive may be large, and is examined by `galley doctor` only. */
export async function examineData(ports: ExaminePorts, dataFolder: string): Promise<Examined> {
  const settings = await examineSettings(ports.files, dataFolder);
  const own = await examineReviews(ports, join(dataFolder, 'reviews'));
  return { ...own, findings: [...settings, ...own.findings] };
}

/** Writes the report into the data folder. Rejects with the system's errors. */
export async function writeReport(files: Files, report: string, dataFolder: string, now: Date): Promise<string> {
  const folder = join(dataFolder, 'reports');
  await makeFolders(files, folder);
  const path = join(folder, `galley-report-${now.toISOString().slice(0, 19).replace(/:/g, '-')}.json`);
  await writeAtomic(files, path, Buffer.from(report));
  return path;
}
