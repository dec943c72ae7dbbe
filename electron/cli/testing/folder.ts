/** A folder of the test's own, gone after it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A small issue, written for the tests. */
export const RIVER = `晚报 第一版

河长制办公室挂牌

本报讯（记者 柳一帆） 昨日，河长制办公室在城
北挂牌。今后河道保洁、排污口整治等事项由该办公
室统一协调。

公交十路今起改道

本报讯（记者 石可） 受城南路施工影响，公交十
路今日起绕行新华街，为期两个月。
`;
