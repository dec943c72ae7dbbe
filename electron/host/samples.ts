/** The sample issues that ship with Galley. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../shared/language.ts';
import type { Desk } from '../desk/desk.ts';

/** The sample in each language: the one in the person's is shown at the first start, the others are in the list. */
const SAMPLE_IN: { readonly [language in Language]: string } = {
  en: 'saltmere-packet.txt',
  zh: 'qinghe-daily.txt',
};

/** Opens a copy of each sample, so that its review can be kept; the one in `language` first. Without samples the desk opens empty. */
export async function openSampleIssues(desk: Desk, folder: string | null, language: Language): Promise<void> {
  if (folder === null) return;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const own = SAMPLE_IN[language];
  for (const name of names.sort((a, b) => Number(b === own) - Number(a === own)))
    await desk.openSample(join(folder, name));
}
