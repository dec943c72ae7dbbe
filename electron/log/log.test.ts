import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeIn, crashOf } from './events.ts';
import { lastLines, logFolder, logNames, openLog } from './log.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'galley-log-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const now = () => new Date('2026-11-25T08:00:00.000Z');
const written = (saved: number) => ({ what: 'written', issue: 1, saved }) as const;

describe('the log', () => {
  it('is lines of JSON, each with its time', () => {
    const log = openLog(logFolder(data), now);
    log.note(written(1));
    log.note({ what: 'end' });
    log.close();
    const [name = ''] = readdirSync(join(data, 'logs'));
    expect(name).toMatch(/^2026-11-25T08-00-00-000Z-\d+-0001\.jsonl$/);
    expect(readFileSync(join(data, 'logs', name), 'utf8')).toBe(
      '{"at":"2026-11-25T08:00:00.000Z","what":"written","issue":1,"saved":1}\n' +
        '{"at":"2026-11-25T08:00:00.000Z","what":"end"}\n',
    );
  });

  it('goes on in a next file when one is full, and keeps the last ones only', () => {
    const log = openLog(logFolder(data), now, { bytes: 100, files: 3 });
    for (let n = 1; n <= 40; n++) log.note(written(n));
    log.close();
    expect(logNames(logFolder(data)).length).toBe(3);
    const lines = lastLines(logFolder(data), 100);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ saved: 40 });
    expect(lines.length).toBeLessThan(10);
  });

  it('of several runs is read as one, oldest first', () => {
    for (const day of [3, 1, 2]) {
      const log = openLog(logFolder(data), () => new Date(`2026-11-0${day}T00:00:00Z`));
      log.note(written(day));
      log.close();
    }
    const saved = (line: string): unknown => JSON.parse(line).saved;
    expect(lastLines(logFolder(data), 9).map(saved)).toEqual([1, 2, 3]);
    expect(lastLines(logFolder(data), 2).map(saved)).toEqual([2, 3]);
  });

  it('that was torn or has something else beside it is read all the same', () => {
    const log = openLog(logFolder(data), now);
    log.note(written(7));
    log.close();
    const [name = ''] = logNames(logFolder(data));
    writeFileSync(join(logFolder(data), name), `${readFileSync(join(logFolder(data), name), 'utf8')}{"at":"2026`);
    writeFileSync(join(logFolder(data), 'notes.txt'), 'not ours');
    expect(lastLines(logFolder(data), 9).length).toBe(1);
    expect(logNames(logFolder(data))).toEqual([name]);
  });

  it('that can not be written is no error', () => {
    writeFileSync(join(data, 'logs'), 'a file where the folder would be');
    const log = openLog(logFolder(data), now);
    expect(() => {
      log.note(written(1));
      log.close();
    }).not.toThrow();
    expect(lastLines(logFolder(data), 9)).toEqual([]);
  });
});

describe('a crash', () => {
  it('is where it was, not what it said', () => {
    const { error, frames, ...rest } = crashOf(new TypeError('秘密 /home/wang/日报.txt'), 'desk');
    expect({ error, ...rest }).toEqual({ what: 'crash', where: 'desk', error: 'TypeError' });
    expect(frames[0]).toMatch(/log\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(frames)).not.toMatch(/秘密|wang|[/\\]home/);
  });

  it.each([['秘密'], [null], [{ stack: 'x' }]])('may be anything that is thrown: %j', (thrown) => {
    expect(crashOf(thrown, 'window')).toMatchObject({ error: 'Error' });
    expect(JSON.stringify(crashOf(thrown, 'window'))).not.toContain('秘密');
  });

  it('of an error with a name of its own says no more than letters', () => {
    const error = Object.assign(new Error('x'), { name: '秘密 /home' });
    expect(crashOf(error, 'desk').error).toBe('Error');
  });
});

describe('a detail', () => {
  it.each(['ENOSPC', 'EACCES', 'EIO'])('is written down when it is a code: %s', (code) =>
    expect(codeIn(code)).toBe(code),
  );
  it.each(['entry 3: 秘密', 'Enospc', 'E', undefined, 'EACCES: /home/wang'])('and else is not: %s', (detail) =>
    expect(codeIn(detail)).toBeNull(),
  );
});
