/** The log of one run of a host: it begins, it ends, and what crashes the process stands in it. */
import type { AppInfo } from '../../shared/contract/app.ts';
import { crashOf } from './events.ts';
import { type Log, logFolder, openLog } from './log.ts';

/** Opens a log in the data folder. Closing it notes the end of the run. */
export function beginRun(dataFolder: string, host: AppInfo['host'], version: string): Log {
  const log = openLog(logFolder(dataFolder));
  const { versions, platform, arch } = process;
  log.note({ what: 'start', version, host, node: versions.node, platform, arch });
  // Only looks on: the process ends as it would have.
  const crashed = (error: unknown) => log.note(crashOf(error, 'desk'));
  process.on('uncaughtExceptionMonitor', crashed);
  return {
    note: log.note,
    close() {
      process.off('uncaughtExceptionMonitor', crashed);
      log.note({ what: 'end' });
      log.close();
    },
  };
}
