/** The Node host's process, as a script sees it: its ready line, its end, what it says when it can't start. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from './kit/host.ts';
import { copyIssue, expect, sample, samplesFolder, test } from './kit/index.ts';
import { dist } from './kit/programs.ts';

const launch = (script: string, args: readonly string[], data: string): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [join(dist, 'electron', script), ...args], {
    env: { ...process.env, GALLEY_DATA: data, INIT_CWD: '' },
  });

/** What a process says until it ends. */
async function hear(child: ChildProcessWithoutNullStreams) {
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (bytes) => out.push(String(bytes)));
  child.stderr.on('data', (bytes) => err.push(String(bytes)));
  const [code] = await once(child, 'close');
  return { code, out: out.join(''), err: err.join('') };
}

/** The first line of its stdout. */
async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  for await (const bytes of child.stdout) {
    text += String(bytes);
    if (text.includes('\n')) break;
  }
  return text;
}

const SERVERS = [
  ['the host', 'host.js', []],
  ['galley serve', 'cli.js', ['serve', '--no-open']],
] as const;

for (const [name, script, args] of SERVERS) {
  test(`${name} prints one line of JSON when it is ready, and stops in order on SIGTERM and SIGINT`, async ({
    scratch,
  }) => {
    const issue = copyIssue(sample(), scratch);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = launch(script, [...args, issue], join(scratch, 'data'));
      const closed = once(child, 'close');
      const line = await firstLine(child);
      const ready: unknown = JSON.parse(line);
      expect(ready).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/enter\?t=[\w-]{43}$/) });
      child.kill(signal);
      expect(await closed).toEqual([0, null]);
    }
  });

  test(`${name} says in a sentence that no file could be opened`, async ({ scratch }) => {
    const child = launch(script, [...args, join(scratch, 'missing.txt')], join(scratch, 'data'));
    const { code, out, err } = await hear(child);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^galley: .*no such file\.\n$/);
  });
}

test('one file that is missing does not keep the others', async ({ scratch }) => {
  const child = launch('host.js', [join(scratch, 'missing.txt'), copyIssue(sample(), scratch)], join(scratch, 'data'));
  const heard = hear(child);
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const { code, out, err } = await heard;
  expect(code).toBe(0);
  expect(out).toContain('"url"');
  expect(err).toBe('galley: missing.txt: There is no such file.\n');
});

test('it ends with its stdin when asked to, so that a start script leaves none behind', async ({ scratch }) => {
  const child = launch('host.js', ['--until-stdin-ends', copyIssue(sample(), scratch)], join(scratch, 'data'));
  const closed = once(child, 'close');
  await firstLine(child);
  child.stdin.end();
  expect(await closed).toEqual([0, null]);
});

test('without a file it opens copies of the samples', async ({ scratch }) => {
  const host = await startHost(join(scratch, 'data'), []);
  await host.stop();
  const issues = readdirSync(samplesFolder).filter((name) => name.endsWith('.txt'));
  expect(readdirSync(join(scratch, 'data', 'samples'))).toEqual(issues);
});
