import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import type { ServeOptions } from '../host/serve.ts';
import { scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

/** The host has tests of its own; here: what the command gives it, and does with what it says. */
const { serve, close } = vi.hoisted(() => ({ serve: vi.fn(), close: vi.fn() }));
vi.mock('../host/serve.ts', () => ({ serve }));

const URL = 'http://127.0.0.1:9/enter?t=x';

beforeEach(() => {
  close.mockReset().mockResolvedValue(undefined);
  serve.mockReset().mockResolvedValue({ url: URL, close });
});

describe('galley serve', () => {
  it('prints the address when it is ready, and goes on until it is asked to stop', async () => {
    const folder = await scratchFolder();
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const running = galley(folder, ['serve', 'a.txt', '/b', '--no-open'], { stopped: () => stopped });
    await vi.waitFor(() => expect(serve).toHaveBeenCalled(), { timeout: 10_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(close).not.toHaveBeenCalled();
    stop();
    expect(await running).toEqual({ code: 0, out: `{"url":"${URL}"}\n`, err: [] });
    expect(close).toHaveBeenCalledOnce();
    expect(serve.mock.calls[0]?.[0]).toMatchObject({ files: [`${folder}/a.txt`, '/b'], dataFolder: `${folder}/data` });
  });

  it('takes the name of a second reader, and none that nobody has', async () => {
    await galley('/', ['serve', 'a.txt', '--no-open', '--reader', ' 李 '], { stopped: () => Promise.resolve() });
    expect(serve.mock.calls[0]?.[0]).toMatchObject({ files: ['/a.txt'], reader: '李' });
    for (const name of [' ', 'x'.repeat(101)])
      expect((await galley('/', ['serve', 'a.txt', '--no-open', '--reader', name])).code).toBe(2);
    expect(serve).toHaveBeenCalledOnce();
  });

  it('without a file serves the samples', async () => {
    await galley('/', ['serve', '--no-open'], { stopped: () => Promise.resolve() });
    expect(serve.mock.calls[0]?.[0]).toMatchObject({ files: [] });
  });

  it('tells of files that cannot be opened, and serves the others', async () => {
    serve.mockImplementation(async ({ complain }: ServeOptions) => {
      complain?.('missing.txt', { key: 'no such file' });
      return { url: URL, close };
    });
    const ran = await galley('/', ['serve', 'missing.txt', 'x.txt', '--no-open'], { stopped: () => Promise.resolve() });
    expect(ran).toMatchObject({ code: 1, err: ['galley: missing.txt: There is no such file.'] });
    expect(close).toHaveBeenCalledOnce();
  });

  it.each([
    [{ key: 'no such file', values: { name: 'x.txt' } }, 'galley: x.txt: There is no such file.'],
    [{ key: 'not writable', detail: 'EACCES' }, /^galley: serve: It cannot be written.* \(EACCES\)\.$/],
  ] as const)('tells why it cannot serve: %j', async (problem, line) => {
    serve.mockRejectedValue(new DeskError(problem));
    const { code, out, err } = await galley('/', ['serve', 'x.txt', '--no-open']);
    expect([code, out, err.length]).toEqual([1, '', 1]);
    if (typeof line === 'string') expect(err[0]).toBe(line);
    else expect(err[0]).toMatch(line);
  });
});
