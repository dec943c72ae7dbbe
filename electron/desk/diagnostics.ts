/** What the window asks about Galley itself: versions, where the logs lie, a report of a problem; and what it tells of its faults. */

import { arch, platform } from 'node:os';
import { basename, dirname } from 'node:path';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { DeskService } from '../../shared/contract/contract.ts';
import { DeskError } from '../../shared/contract/contract.ts';
import { type Log, logFolder } from '../log/log.ts';
import { examineData, reportOf, writeReport } from '../log/report.ts';
import type { Files } from './files.ts';
import { writingProblem } from './problems.ts';
import type { Processes } from './processes.ts';
import { readSettings, type SettingsPort } from './settings.ts';

export interface DiagnosticPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly settings: SettingsPort;
  readonly dataFolder: string;
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly locales: readonly string[];
  readonly log: Log;
  now(): Date;
}

type DiagnosticCall = 'app.about' | 'app.report' | 'window.failed';

export function diagnosticCalls(ports: DiagnosticPorts): Pick<DeskService, DiagnosticCall> {
  const { files, processes, settings, dataFolder, host, version, locales, log } = ports;
  return {
    'app.about': async () => ({
      version,
      host,
      node: process.versions.node,
      electron: process.versions.electron ?? null,
      system: `${platform()} ${arch()}`,
      logs: logFolder(dataFolder),
    }),
    'app.report': async () => {
      try {
        const found = await examineData({ files, processes }, dataFolder);
        const report = reportOf({ version, host, locales, settings: readSettings(settings), dataFolder, found });
        const path = await writeReport(files, report, dataFolder, ports.now());
        return { name: basename(path), folder: dirname(path) };
      } catch (error) {
        throw new DeskError(writingProblem(error), { cause: error });
      }
    },
    'window.failed': async ({ error, frames }) => {
      log.note({ what: 'crash', where: 'window', error, frames });
      return null;
    },
  };
}
