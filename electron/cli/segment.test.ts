import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

const documents = (out: string): readonly GalleyDocument[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as GalleyDocument);

/** Non-blank lines of the text that no part claims, or that two claim. */
function misplaced(text: string, document: GalleyDocument): readonly number[] {
  const claims = new Map<number, number>();
  for (const part of [...document.articles.flatMap((article) => article.parts), ...document.furniture])
    for (const [first, last] of part.lines) for (let n = first; n <= last; n++) claims.set(n, (claims.get(n) ?? 0) + 1);
  return text.split('\n').flatMap((line, i) => (line.trim() !== '' && claims.get(i + 1) !== 1 ? [i + 1] : []));
}

describe('galley segment', () => {
  it('prints one document a file in their order; what fails is told in a line and stops nothing', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'blank.txt'), ' \n\u3000\n');
    await writeFile(join(folder, 'binary.bin'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]));
    await writeFile(join(folder, 'scan.txt'), '%PDF-1.7\n…');
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'good.txt'), RIVER);
    await writeFile(join(folder, 'late.txt'), 'The river rose.\n');
    const names = ['missing.txt', 'empty.txt', 'blank.txt', 'binary.bin', 'scan.txt', 'folder', 'good.txt', 'late.txt'];
    const { code, out, err } = await galley(folder, ['segment', ...names]);
    expect(code).toBe(1);
    expect(documents(out).map((document) => document.source.name)).toEqual(['good.txt', 'late.txt']);
    expect(err).toEqual([
      'galley: missing.txt: There is no such file.',
      'galley: empty.txt: It is empty: it holds no character but blanks.',
      'galley: blank.txt: It is empty: it holds no character but blanks.',
      'galley: binary.bin: It is not text but ELF.',
      'galley: scan.txt: The PDF is damaged or cut off.',
      'galley: folder: It is a folder; name the files in it.',
    ]);
  });

  it('explains one line feature by feature, and refuses what is no line number', async () => {
    const folder = await scratchFolder();
    const { code, out } = await galley(folder, ['segment', '-', '--explain', '--line', '1'], { stdin: RIVER });
    expect(code).toBe(0);
    const rules = (documents(out)[0]?.evidence ?? []).map(({ rule }) => rule);
    expect(rules[0]).toMatch(/^role /);
    expect(rules.filter((rule) => rule.startsWith(`${rules[0]}: `)).length).toBeGreaterThan(0);
    expect((await galley(folder, ['segment', '-', '--line', '1'], { stdin: RIVER })).code).toBe(2);
    expect((await galley(folder, ['segment', '-', '--explain', '--line', '0'], { stdin: RIVER })).code).toBe(2);
    const behind = await galley(folder, ['segment', '-', '--explain', '--line', '99999'], { stdin: RIVER });
    expect(documents(behind.out)[0]?.evidence).toEqual([]);
  });

  it('loses no line and claims none twice', async () => {
    const folder = await scratchFolder();
    const { code, out, err } = await galley(folder, ['segment', '-'], { stdin: RIVER });
    expect([code, err]).toEqual([0, []]);
    const [document] = documents(out);
    expect(document && misplaced(RIVER, document)).toEqual([]);
    expect(document?.conservation.nonBlank).toBe(RIVER.replace(/\s/g, '').length);
  });

  it.each([
    ['CRLF', RIVER.replaceAll('\n', '\r\n'), 'utf-8', 'crlf'],
    ['CR', RIVER.replaceAll('\n', '\r'), 'utf-8', 'cr'],
    ['a byte order mark', `\ufeff${RIVER}`, 'utf-8', 'lf'],
    ['UTF-16', Buffer.from(`\ufeff${RIVER}`, 'utf16le'), 'utf-16le', 'lf'],
  ])('reads %s; the articles are the same', async (_, stdin, encoding, lineEnd) => {
    const folder = await scratchFolder();
    const plain = documents((await galley(folder, ['segment', '-'], { stdin: RIVER })).out)[0];
    const [document] = documents((await galley(folder, ['segment', '-'], { stdin })).out);
    expect(document?.articles).toEqual(plain?.articles);
    expect(document?.source).toMatchObject({ name: 'stdin', encoding, lineEnd });
  });

  it('reads the bytes in the encoding that is asked for', async () => {
    const stdin = Buffer.from('Caf\xe9 du port\n', 'latin1');
    const { out } = await galley('/', ['segment', '-', '--encoding', 'windows-1252'], { stdin });
    expect(documents(out)[0]?.source.encoding).toBe('windows-1252');
    expect(out).toContain('Café du port');
  });

  it('--explain adds the evidence, and only that', async () => {
    const plain = documents((await galley('/', ['segment', '-'], { stdin: RIVER })).out)[0];
    const explained = documents((await galley('/', ['segment', '-', '--explain'], { stdin: RIVER })).out)[0];
    const { evidence, ...rest } = explained ?? {};
    expect(rest).toEqual(plain);
    expect(plain).not.toHaveProperty('evidence');
    expect(Array.isArray(evidence)).toBe(true);
  });

  it('takes names relative to the folder it was called in, absolute ones, and links', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'a.txt'), RIVER);
    await symlink(join('in', 'a.txt'), join(folder, 'link.txt'));
    const { code, out } = await galley(folder, ['segment', 'in/a.txt', join(folder, 'in', 'a.txt'), 'link.txt']);
    expect([code, documents(out).map((document) => document.source.name)]).toEqual([0, ['a.txt', 'a.txt', 'link.txt']]);
  });

  it.each(['a\nb.txt', 'a\u001b[2Jb.txt', '\u202etxt.exe', '-.txt', ' .txt', '<script>.txt', '吕梁日报🗞️.txt'])(
    'tells of %j in one harmless line, and reads it when it is there',
    async (name) => {
      const folder = await scratchFolder();
      const missing = await galley(folder, ['segment', '--', name]);
      expect([missing.code, missing.err.length]).toEqual([1, 1]);
      expect(missing.err[0]).toMatch(/^galley: \P{Cc}+: There is no such file\.$/u);
      expect(missing.err[0]).not.toMatch(/\p{Bidi_Control}/u);
      await writeFile(join(folder, name), RIVER);
      const { code, out } = await galley(folder, ['segment', '--', name]);
      expect([code, out.split('\n').length, documents(out)[0]?.source.name]).toEqual([0, 2, name]);
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'tells of a file that it may not read (skipped for root, who may read all)',
    async () => {
      const folder = await scratchFolder();
      await writeFile(join(folder, 'secret.txt'), RIVER);
      await chmod(join(folder, 'secret.txt'), 0);
      const { code, err } = await galley(folder, ['segment', 'secret.txt']);
      expect([code, err]).toEqual([1, ['galley: secret.txt: It cannot be read (EACCES).']]);
    },
  );

  it('segments no further file before the reader has taken the last document', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.txt'), RIVER);
    const taken: (() => void)[] = [];
    const stdout = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        taken.push(done);
      },
    });
    let code: number | null = null;
    const running = galley(folder, ['segment', 'a.txt', 'a.txt', 'a.txt'], { stdout }).then((ran) => {
      code = ran.code;
    });
    for (let n = 1; n <= 3; n++) {
      await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(n);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect([taken.length, code]).toEqual([n, null]);
      taken[n - 1]?.();
    }
    await running;
    expect(code).toBe(0);
  });

  it('stops without a word when nobody reads any more', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.txt'), RIVER);
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    stdout.on('error', () => undefined);
    const { code, err } = await galley(folder, ['segment', 'a.txt', 'missing.txt'], { stdout });
    expect([code, err]).toEqual([0, []]);
  });
});
