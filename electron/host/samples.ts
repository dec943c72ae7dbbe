/** The sample issues that ship with Galley. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../desk/desk.ts';

/** Opens a copy of each sample, so that its review can be kept. Without samples the desk opens empty. */
export async function openSampleIssues(desk: Desk, folder: string | null): Promise<void> {
  if (folder === null) return;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  for (const name of names) await desk.openSample(join(folder, name));
}
