import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import type { Desk } from '../desk/desk.ts';
import { openSampleIssues } from './samples.ts';

const folder = join(import.meta.dirname, '../../resources/samples');

/** The names in the order in which they were opened. */
async function opened(from: string | null, language: (typeof LANGUAGES)[number]) {
  const openSample = vi.fn<Desk['openSample']>().mockResolvedValue({ rows: [], problems: [] });
  await openSampleIssues({ openSample } as Pick<Desk, 'openSample'> as Desk, from, language); // it does nothing else with the desk
  return openSample.mock.calls.map(([path]) => path.slice(folder.length + 1));
}

test.each(LANGUAGES)('the sample in the language of the person comes first, each comes once: %s', async (language) => {
  const names = await opened(folder, language);
  expect(names[0]).toBe({ en: 'saltmere-packet.txt', zh: 'qinghe-daily.txt' }[language]);
  expect(names.toSorted()).toEqual(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort(),
  );
});

test('a build without samples opens nothing', async () => {
  expect(await opened(null, 'en')).toEqual([]);
});
