/** Archives for tests: folders of invented issues, and reviews of them. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Edit } from '../../../shared/edits/edit.ts';
import { realFiles } from '../../desk/files.ts';
import { noPaper } from '../../desk/papers.ts';
import { realProcesses } from '../../desk/processes.ts';
import { Session } from '../../desk/session.ts';
import { importIssue } from '../../import/import.ts';
import { segment } from '../../segmenter/segment.ts';
import { Keeper } from '../keeper.ts';

export interface Made {
  readonly root: string;
  readonly data: string;
  /** Writes an issue; a path with `/`. */
  write(path: string, text: string): Promise<void>;
}

export async function makeArchive(issues: { readonly [path: string]: string } = {}): Promise<Made> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'galley-archive-')));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const made: Made = {
    root: join(base, 'archive'),
    data: join(base, 'data'),
    async write(path, text) {
      const to = join(base, 'archive', path);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, text);
    },
  };
  await mkdir(made.root);
  for (const [path, text] of Object.entries(issues)) await made.write(path, text);
  return made;
}

/** A keeper that is up to date; closed when the test is over. */
export async function keep({ root, data }: Made, options: { wasm?: boolean } = {}): Promise<Keeper> {
  const keeper = await Keeper.open({ root, dataFolder: data, ...options });
  onTestFinished(() => keeper.close().catch(() => undefined));
  await keeper.refresh();
  return keeper;
}

/** Makes edits in the review of an issue, each at its time, as the window would. */
export async function review(
  made: Made,
  path: string,
  edits: readonly (readonly [Edit, string])[],
  person = '李',
): Promise<void> {
  let time = new Date();
  const session = await Session.open(
    {
      files: realFiles,
      processes: realProcesses,
      segmenting: {
        segment: async (job) => segment(job.text, { name: job.name }).proposal,
        explain: async () => [],
        importFile: importIssue,
        close: async () => {},
      },
      dataFolder: made.data,
      pauses: { retry: 0, follow: 1000, watch: 100_000 },
      now: () => time,
      person: () => person,
      paper: noPaper,
      emit: () => {},
    },
    { file: 'f', path: join(made.root, path), reader: undefined },
  );
  const open = await session.review();
  for (const [i, [edit, at]] of edits.entries()) {
    time = new Date(at);
    await open.append(i + 1, [{ group: i + 1, edit }]);
  }
  await session.close();
}

/** A page of two articles, with the paper's header. */
export const page = (date: string, headline: string, more = ''): string => `清河日报 ${date}
第一版　要闻

${headline}

本报讯 （记者 冯海砚） 近日，记者在全市妇女工作会
上获悉，今年以来，全市各级妇联组织围绕中心服务大局，
扎实开展清廉家庭建设系列活动。${more}

城区新增绿地三处

本报讯 （记者 王小川） 昨日，记者从园林局获悉，
城区今年新增绿地三处，市民出门就能见到绿色。
`;
