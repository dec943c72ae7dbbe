/**
 * The calls about the order of an issue's page files. Another order is another text, and edits belong to a text: it is
 * changed only while nobody has edited anything. A proposal that nobody touched is dropped, to be made anew.
 */
import { join } from 'node:path';
import { DeskError, type DeskService } from '../../shared/contract/contract.ts';
import type { FileId, PageOrder } from '../../shared/contract/issue.ts';
import type { Files } from './files.ts';
import { BYTES, OPENING, segmentName, TEXT } from './journal-format.ts';
import { acquireLock } from './lock.ts';
import { orderedPages, writePageOrder } from './page-order.ts';
import { readingProblem, writingProblem } from './problems.ts';
import type { Processes } from './processes.ts';
import { readersOf } from './readers.ts';
import type { Reviewed, Session } from './session.ts';
import { type LoadedSource, loadSource } from './source.ts';

interface PageOrderPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly dataFolder: string;
  now(): Date;
  reviewedBy(file: FileId): Reviewed;
  openSession(file: FileId): Promise<Session | null>;
  closeIssue(file: FileId): Promise<void>;
}

export const pageOrderCalls = (ports: PageOrderPorts): Pick<DeskService, 'issue.pages' | 'issue.setPages'> => ({
  'issue.pages': ({ file }) => orderOf(ports, ports.reviewedBy(file).path),
  'issue.setPages': async ({ file, pages }) => {
    const { path } = ports.reviewedBy(file);
    const { natural } = await orderOf(ports, path);
    if (pages.toSorted().join('\n') !== natural.toSorted().join('\n'))
      throw new DeskError({ key: 'out of step', detail: 'the folder has other pages' });
    if (await (await ports.openSession(file))?.hasEntries()) throw withEdits();
    await ports.closeIssue(file);
    const loaded = await loadSource(ports.files, ports.dataFolder, path);
    const readers = await readersOf(ports.files, ports.dataFolder, path, loaded.place);
    if (isTouched(loaded) || readers.size > 0) throw withEdits();
    const isNatural = pages.every((name, i) => name === natural[i]);
    try {
      await dropProposal(ports, loaded);
      await writePageOrder(ports.files, ports.dataFolder, path, isNatural ? [] : pages);
    } catch (error) {
      throw error instanceof DeskError ? error : new DeskError(writingProblem(error), { cause: error });
    }
    return null;
  },
});

const withEdits = () => new DeskError({ key: 'page order with edits' });

/** Rejects with a `DeskError`: `no such file`, or `is a folder` where its files are no pages of one issue. */
async function orderOf({ files, dataFolder }: PageOrderPorts, path: string): Promise<PageOrder> {
  try {
    const stat = await files.stat(path);
    if (!stat?.isFolder) throw new DeskError({ key: 'no such file' });
    const { order } = await orderedPages(files, dataFolder, path, { named: true });
    if (order.pages.length === 0) throw new DeskError({ key: 'is a folder' });
    return order;
  } catch (error) {
    throw new DeskError(readingProblem(error), { cause: error });
  }
}

/** Whether there may be more in the review than a proposal: entries, branches, or what can't be read. */
const isTouched = ({ content, isTorn }: LoadedSource): boolean =>
  content === null ? isTorn : content.entries.length > 0 || content.torn || content.lastSegment > 1;

async function dropProposal(ports: PageOrderPorts, { content, place }: LoadedSource): Promise<void> {
  if (!content) return;
  const { files } = ports;
  const locked = await acquireLock(ports, place.folder);
  if (locked.kind === 'held') throw new DeskError({ key: 'read only review', values: { host: locked.by.host } });
  try {
    // The journal first: without it there is no review, whatever of the rest is left.
    for (const name of [segmentName(content.lastSegment), OPENING, TEXT, BYTES])
      await files.remove(join(place.folder, name));
  } finally {
    await locked.lock.release();
  }
}
