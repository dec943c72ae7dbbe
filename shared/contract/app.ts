/** What the window asks of the program itself. */
import type { ArchiveInfo } from './archive.ts';
import type { IssueRow } from './issue.ts';
import type { Settings } from './settings.ts';

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'node';
  /** Languages that the system asks for, best first (BCP 47). */
  readonly locales: readonly string[];
  readonly settings: Settings;
  /** Whether `issues.pick` can ask for files: Electron has a native dialog, the Node host has none yet. */
  readonly canPick: boolean;
  /** What the command line or the system asked to open; the first is shown. */
  readonly opened: readonly IssueRow[];
  /** Whether all that is open are the samples: nothing else was asked for. */
  readonly isSample: boolean;
  /** The archive that is open. */
  readonly archive: ArchiveInfo | null;
  /** Whether `archive.open` can ask for a folder. */
  readonly canPickFolder: boolean;
}

/** What Galley is and runs on. */
export interface About {
  readonly version: string;
  readonly host: AppInfo['host'];
  readonly node: string;
  /** Null in the Node host. */
  readonly electron: string | null;
  /** `linux x64` */
  readonly system: string;
  /** The folder of the logs, for display. */
  readonly logs: string;
}
