/** What the window asks about second readings of an issue that is open. */
import { DeskError, type DeskService } from '../../shared/contract/contract.ts';
import type { FileId, IssueRow } from '../../shared/contract/issue.ts';
import type { Files } from './files.ts';
import { listReaders, readReading } from './readers.ts';
import type { Session } from './session.ts';

export interface SecondPorts {
  readonly files: Files;
  readonly dataFolder: string;
  person(): string;
  session(file: FileId): Promise<Session>;
  /** Makes a reading one that can be opened. */
  register(path: string, reader: string): Promise<IssueRow>;
}

/** The calls `second.*`. All are about an issue by its first review; of a second reading nobody reads a second time. */
export function secondCalls(ports: SecondPorts): Pick<DeskService, 'second.begin' | 'second.readers' | 'second.read'> {
  const { files, dataFolder } = ports;
  const firstSession = async (file: FileId): Promise<Session> => {
    const session = await ports.session(file);
    if (session.reader !== undefined) throw new DeskError({ key: 'bad request', detail: 'it is a second reading' });
    return session;
  };
  return {
    'second.begin': async ({ file }) => {
      const session = await firstSession(file);
      const reader = ports.person().trim();
      if (reader === '') throw new DeskError({ key: 'no person' });
      const { entries } = await session.review();
      if (entries.some(({ by }) => by === reader)) throw new DeskError({ key: 'reviewed by you' });
      return ports.register(session.path, reader);
    },
    'second.readers': async ({ file }) => {
      const { path, loaded } = await firstSession(file);
      return listReaders(files, dataFolder, path, loaded);
    },
    'second.read': async ({ file, reader }) => {
      const { path, loaded } = await firstSession(file);
      return readReading(files, dataFolder, path, loaded, reader);
    },
  };
}
