/** The desk in a process of its own, on real files, killed with SIGKILL while it edits. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realFiles } from './files.ts';
import { realProcesses } from './processes.ts';
import { change, rig, TEXT } from './testing/rig.ts';
import { startEditing } from './testing/start-editing.ts';

const RUNS = 6;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function newIssue(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, TEXT);
  return path;
}

const dataFolder = () => join(folder, 'data');

/** What this process finds when it opens the issue after that. */
async function recovered(issue: string) {
  const later = rig(realFiles, { dataFolder: dataFolder(), processes: realProcesses });
  const file = await later.start(issue);
  const snapshot = await later.service['issue.review']({ file });
  await later.desk.close();
  return snapshot;
}

describe('kill -9 while it edits', () => {
  it(`${RUNS} times on four reviews: nothing acknowledged is lost, no question asked`, async () => {
    const issues = ['daily.txt', '吕梁 🗞\n日报.txt', '.hidden', `${'x'.repeat(251)}.txt`].map(newIssue);
    const before = issues.map(() => 0);
    for (let run = 0; run < RUNS; run++) {
      let lines = 0;
      const acknowledged = await startEditing({
        dataFolder: dataFolder(),
        issues,
        hear(_, child) {
          if (++lines === 5 + run * 17) setTimeout(() => child.kill('SIGKILL'), run % 3);
        },
      });
      for (const [i, issue] of issues.entries()) {
        const { readOnly, entries } = await recovered(issue);
        expect(readOnly, `run ${run}`).toBeNull();
        expect(entries.length, `run ${run}`).toBeGreaterThanOrEqual(Math.max(acknowledged[i] ?? 0, before[i] ?? 0));
        for (const entry of entries) expect(entry).toMatchObject(change(entry.seq));
        before[i] = entries.length;
      }
    }
    expect(Math.min(...before)).toBeGreaterThan(RUNS);
    for (const issue of issues) expect(readFileSync(issue, 'utf8')).toBe(TEXT);
  });
});

describe('two processes', () => {
  it('on one issue: one writes, the other is told that it may read', async () => {
    const issue = newIssue('daily.txt');
    const lines: string[] = [];
    const both = { dataFolder: dataFolder(), issues: [issue] };
    await startEditing({
      ...both,
      hear(line, child) {
        if (line !== 'ack 0 3') return;
        void startEditing({ ...both, hear: (second) => lines.push(second) }).then(() => child.kill('SIGKILL'));
      },
    });
    expect(lines[0]).toMatch(/^read-only/);
    expect(lines.at(-1)).toBe('closed');
  });
});

describe('on real files', () => {
  it('an editing process that ends in order leaves no lock and no temporary file', async () => {
    const issue = newIssue('daily.txt');
    const [acknowledged] = await startEditing({ dataFolder: dataFolder(), issues: [issue], count: 10 });
    expect(acknowledged).toBeGreaterThanOrEqual(10);
    expect(readdirSync(join(folder, '.galley/daily.txt')).toSorted()).toEqual(['bytes', 'journal.0001', 'opening']);
    expect(readdirSync(folder).toSorted()).toEqual(['.galley', 'daily.txt']);
  });

  it('a file is made once, read back whole, and a missing one is null', async () => {
    const path = join(folder, 'x');
    const file = await realFiles.createNew(path);
    await file.write(Buffer.alloc(300_000, 7));
    await file.sync();
    await file.close();
    await expect(realFiles.createNew(path)).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await realFiles.read(path)).length).toBe(300_000);
    await realFiles.rename(path, `${path}2`);
    await realFiles.syncFolder(folder);
    expect(await realFiles.stat(path)).toBeNull();
    await realFiles.remove(path);
  });
});
