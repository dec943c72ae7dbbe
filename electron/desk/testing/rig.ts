/** A desk on a disk in memory, with a segmenter that proposes one article, and what it told its windows. */

import { DeskError, type EventName, type Events } from '../../../shared/contract/contract.ts';
import type { Change, Seq } from '../../../shared/journal/entry.ts';
import { isBlankText, skipBlanks } from '../../../shared/model/blank.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import { importIssue } from '../../import/import.ts';
import { createDesk, type Desk, type DeskPorts } from '../desk.ts';
import type { Files } from '../files.ts';
import type { Processes } from '../processes.ts';
import type { Segmenting } from '../segmenting.ts';
import { memorySettings } from '../settings.ts';
import { createDisk, type SimulatedDisk } from './disk.ts';

export const ISSUE = '/issues/吕梁日报 2023.txt';
export const TEXT = '本报讯 昨日召开会议。\n\n会议要求抓住时机。\n标题一行\n';

export function issueDisk(bytes: Uint8Array = Buffer.from(TEXT)): SimulatedDisk {
  const disk = createDisk();
  disk.put(ISSUE, bytes);
  disk.put('/data/config.json', Buffer.from('{}'));
  return disk;
}

/** The whole text is one article's body. */
export function oneArticle(text: string): Proposal {
  const first = skipBlanks(text, 0);
  return {
    segmenter: 'one article',
    review: {
      length: text.length,
      articles: isBlankText(text)
        ? []
        : [
            {
              id: 'a1',
              state: 'proposed',
              pieces: [{ kind: 'run', from: 0, to: text.length, role: 'body' }],
              credits: [],
              dateline: null,
            },
          ],
      outside: [],
      breaks: [first],
      joins: [],
      corrections: [],
      doubtsSettled: {},
      masthead: {},
      notes: [],
      returned: false,
    },
    doubts: [],
    candidates: {},
  };
}

/** Processes of this machine that a test can start and end by name. */
export function standInProcesses(name: string, running: ReadonlySet<string>, host = 'desk-1'): Processes {
  const pid = [...name].reduce((sum, c) => sum + c.charCodeAt(0), 1);
  return {
    self: async () => ({ host, pid, startTime: name }),
    isRunning: async ({ startTime }) => startTime !== null && running.has(startTime),
  };
}

interface Told {
  readonly event: EventName;
  readonly data: Events[EventName];
}

export interface Rig {
  readonly desk: Desk;
  readonly service: Desk['service'];
  readonly told: Told[];
  /** How often the segmenter was asked. */
  readonly segmented: () => number;
  /** Registers the issue and gives its id. */
  file(path?: string): Promise<string>;
  /** Opens the issue and its review. */
  start(path?: string): Promise<string>;
  events<K extends EventName>(event: K): Events[K][];
}

export function rig(files: Files, ports: Partial<DeskPorts> = {}): Rig {
  const told: Told[] = [];
  let segmented = 0;
  const segmenting: Segmenting = {
    async segment(job, hooks) {
      segmented++;
      hooks?.progress?.(0.5);
      if (hooks?.signal?.aborted) throw new DeskError({ key: 'cancelled' });
      return oneArticle(job.text);
    },
    explain: async () => [],
    importFile: importIssue,
    close: async () => undefined,
  };
  const desk = createDesk({
    settings: memorySettings({ settings: { person: '王编辑' } }),
    emit: (event, data) => void told.push({ event, data }),
    workerUrl: new URL('file:///none'),
    dataFolder: '/data',
    host: 'node',
    version: '0.0.0',
    locales: ['zh-CN'],
    files,
    processes: standInProcesses('first', new Set(['first', 'second'])),
    segmenting,
    now: () => new Date('2026-11-25T08:00:00.000Z'),
    pauses: { retry: 0, follow: 5, watch: 5 },
    ...ports,
  });
  const { service } = desk;
  const file = async (path = ISSUE) => {
    const { rows, problems } = await desk.open([path]);
    if (!rows[0]) throw new DeskError(problems[0]?.problem ?? { key: 'no such file' });
    return rows[0].file;
  };
  return {
    desk,
    service,
    told,
    segmented: () => segmented,
    file,
    async start(path) {
      const id = await file(path);
      await service['issue.open']({ file: id });
      await service['issue.review']({ file: id });
      return id;
    },
    // The event's name says what its data are; TypeScript can't follow the pair.
    events: <K extends EventName>(event: K) => told.filter((t) => t.event === event).map((t) => t.data as Events[K]),
  };
}

/** A change that is always possible; equal numbers make equal changes. */
export const change = (n: number): Change => ({
  group: n,
  edit: { kind: 'setMasthead', field: 'pages', value: `${n}` },
});

/** Sends changes `from` to `to`, one call each; resolves to the last acknowledgement. */
export async function send(
  { service }: Rig,
  file: string,
  from: Seq,
  to: Seq,
  acknowledged: (seq: Seq) => void = () => undefined,
): Promise<void> {
  for (let n = from; n <= to; n++) {
    const { seq } = await service['review.append']({ file, first: n, changes: [change(n) as never] }); // a Change is what its schema gives
    acknowledged(seq);
  }
}

/** Waits until `found` gives something that is true; 15 seconds at most. */
export async function until<T>(found: () => T | Promise<T>): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    const value = await found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('waited in vain');
}
