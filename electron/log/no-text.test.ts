/** Marked text, names of files, folders and a person go through a desk in every way; none of them is in logs or report. */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainProfile } from '../../shared/contract/profile.ts';
import { answer } from '../../shared/contract/wire.ts';
import { realFiles } from '../desk/files.ts';
import { realProcesses } from '../desk/processes.ts';
import { memorySettings } from '../desk/settings.ts';
import { type FileCall, faultyFiles, isWriting } from '../desk/testing/faults.ts';
import { type Rig, rig } from '../desk/testing/rig.ts';
import { importIssue } from '../import/import.ts';
import { logFolder, openLog } from './log.ts';

const MARKS = ['密文甲', '密文乙', '密文丙', '密名', '密夹', '密人', '密报'];
let root = '';
let folder = '';
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-no-text-')));
  folder = join(root, '密夹');
  await mkdir(folder);
  writeFileSync(join(folder, '密名.txt'), '本报讯 密文甲。\n\n密文甲要求抓住时机。\n密文甲一行\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const data = () => join(root, 'data');

interface Fault {
  isFull: boolean;
}

function deskWith(fault: Fault): { readonly desk: Rig; readonly closeLog: () => void } {
  const log = openLog(logFolder(data()));
  const isRefused = (call: FileCall) => fault.isFull && isWriting(call);
  const files = faultyFiles(realFiles, (call) => (isRefused(call) ? { fail: 'ENOSPC' } : null));
  const desk = rig(files, {
    dataFolder: data(),
    processes: realProcesses,
    settings: memorySettings({ settings: { person: '密人', keys: { 'desk.export': 'F12' } } }),
    log,
  });
  return { desk, closeLog: log.close };
}

/** Opens, edits with every kind of text, is refused, fails to save and to export, crashes, reports. */
async function useAndFail(): Promise<string> {
  const fault: Fault = { isFull: false };
  const { desk, closeLog } = deskWith(fault);
  const file = await desk.start(join(folder, '密名.txt'));
  const call = (name: string, args: unknown) => answer(desk.service, name, args);
  const append = (first: number, ...edits: readonly object[]) =>
    call('review.append', { file, first, changes: edits.map((edit, i) => ({ group: first + i, edit })) });
  const body = { from: 4, to: 7 };
  const made = await append(
    1,
    { kind: 'correct', span: body, text: '密文乙' },
    { kind: 'supply', article: 'a1', role: 'headline', id: 's1', text: '密文丙' },
    { kind: 'setMasthead', field: 'paper', value: '密报' },
  );
  expect(made.ok).toBe(true);
  const refused = [
    await append(4, { kind: 'merge', article: '密文甲', into: '密文乙' }),
    await append(4, { kind: '密文丙' }),
    await append(9, { kind: 'setMasthead', field: 'pages', value: '密文乙' }),
    await call('密文甲', { file: '密名' }),
    await call('issue.open', { file: '密名.txt' }),
    await call('window.failed', { error: 'TypeError', frames: ['密文甲 a.js:1:1'] }),
    await call('words.set', { paper: '密报'.repeat(200), words: [] }),
  ];
  expect(refused.map(({ ok }) => ok)).toEqual(refused.map(() => false));
  await call('export.write', { file, profile: plainProfile('json') });
  fault.isFull = true;
  expect((await append(4, { kind: 'setMasthead', field: 'pages', value: '密文乙' })).ok).toBe(false);
  expect((await call('export.write', { file, profile: plainProfile('markdown') })).ok).toBe(false);
  fault.isFull = false;
  await call('review.retry', { file });
  const report = await desk.service['app.report']({});
  await desk.desk.close();
  closeLog();
  return join(report.folder, report.name);
}

const logs = () =>
  readdirSync(logFolder(data()))
    .map((name) => readFileSync(join(logFolder(data()), name), 'utf8'))
    .join('');

describe('logs and report', () => {
  it('say what happened, without any text or name', async () => {
    const report = readFileSync(await useAndFail(), 'utf8');
    for (const mark of [...MARKS, root, 'galley-no-text'])
      for (const text of [logs(), report]) expect(text).not.toContain(mark);
    for (const what of ['issue opened', 'review opened', 'call failed', 'not written', 'written', 'exported'])
      expect(logs()).toContain(`"what":"${what}"`);
    expect(logs()).toContain('"problem":"disk full","code":"ENOSPC"');
    const read = JSON.parse(report);
    expect(read).toMatchObject({ galley: '0.0.0', host: 'node', settings: { hasPerson: true, theme: 'system' } });
    expect(read.log.length).toBeGreaterThanOrEqual(6);
  });

  it('say where the segmenter threw, and not what it threw', async () => {
    const log = openLog(logFolder(data()));
    const desk = rig(realFiles, {
      dataFolder: data(),
      processes: realProcesses,
      log,
      segmenting: {
        segment: async () => {
          throw new RangeError('密文甲 in /密夹/密名.txt');
        },
        explain: async () => [],
        importFile: importIssue,
        close: async () => undefined,
      },
    });
    const reply = await answer(desk.service, 'issue.review', { file: await desk.file(join(folder, '密名.txt')) });
    expect(reply).toMatchObject({ ok: false, problem: { key: 'internal' } });
    await desk.desk.close();
    log.close();
    expect(logs()).toContain('"error":"RangeError","frames":["');
    for (const mark of MARKS) expect(logs()).not.toContain(mark);
  });
});
