/** Symbolic links, on real files: followed to the issue, and nowhere else. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainProfile } from '../../shared/contract/profile.ts';
import { realFiles } from './files.ts';
import { realProcesses } from './processes.ts';
import { rig, send, TEXT } from './testing/rig.ts';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-links-')));
  for (const folder of ['archive', 'elsewhere', 'desk']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'archive/daily.txt'), TEXT);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string) => join(root, path);
const newDesk = () => rig(realFiles, { dataFolder: at('data'), processes: realProcesses });

describe('a link to an issue', () => {
  it('opens the issue: its review lies beside the real file', async () => {
    symlinkSync(at('archive/daily.txt'), at('desk/link.txt'));
    const desk = newDesk();
    const file = await desk.start(at('desk/link.txt'));
    expect(await desk.file(at('archive/daily.txt'))).toBe(file);
    await send(desk, file, 1, 2);
    await desk.desk.close();
    expect(readdirSync(at('desk'))).toEqual(['link.txt']);
    expect(readdirSync(at('archive/.galley'))).toEqual(['daily.txt']);
  });

  it('is never written through by an export', async () => {
    writeFileSync(at('archive/other.txt'), TEXT);
    symlinkSync(at('archive/other.txt'), at('archive/daily.json'));
    const desk = newDesk();
    await desk.file(at('archive/other.txt'));
    const file = await desk.start(at('archive/daily.txt'));
    const written = await desk.service['export.write']({ file, profile: plainProfile('json') });
    await desk.desk.close();
    expect(written?.files.map(({ name }) => name)).toEqual(['daily 2.json']);
    expect(readFileSync(at('archive/other.txt'), 'utf8')).toBe(TEXT);
  });

  it('that leads nowhere, or to itself, is no issue', async () => {
    symlinkSync(at('archive/gone.txt'), at('desk/gone.txt'));
    symlinkSync(at('desk/round.txt'), at('desk/round.txt'));
    for (const name of ['desk/gone.txt', 'desk/round.txt'])
      await expect(newDesk().start(at(name)), name).rejects.toMatchObject({ name: 'DeskError' });
  });
});

describe('a link where the review of an issue would lie', () => {
  it.each(['.galley', '.galley/daily.txt'])(
    '%s: nothing is written through it; the review goes to the data folder',
    async (name) => {
      writeFileSync(at('elsewhere/bytes'), 'mine');
      if (name.includes('/')) mkdirSync(at('archive/.galley'));
      symlinkSync(at('elsewhere'), at(`archive/${name}`));
      const desk = newDesk();
      const file = await desk.start(at('archive/daily.txt'));
      await send(desk, file, 1, 3);
      await desk.desk.close();
      const again = newDesk();
      const snapshot = await again.service['issue.review']({ file: await again.start(at('archive/daily.txt')) });
      expect(snapshot).toMatchObject({ seq: 3, notices: [{ key: 'journal in data folder' }] });
      await again.desk.close();
      expect(readFileSync(at('elsewhere/bytes'), 'utf8')).toBe('mine');
      expect(readdirSync(at('elsewhere')).filter((one) => one !== 'bytes' && one !== 'daily.txt')).toEqual([]);
    },
  );
});

it('a stray file among the reviews is no obstacle to an issue that has none yet', async () => {
  mkdirSync(at('archive/.galley'));
  writeFileSync(at('archive/.galley/.DS_Store'), 'left by the Finder');
  const desk = newDesk();
  await send(desk, await desk.start(at('archive/daily.txt')), 1, 1);
  await desk.desk.close();
  expect(readdirSync(at('archive/.galley')).toSorted()).toEqual(['.DS_Store', 'daily.txt']);
});
