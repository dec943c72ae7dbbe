/** The EPUB of the sample, checked by W3C's own checker. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, sample, test } from './kit/index.ts';

/** Debian's package epubcheck is a jar. */
const JAR = '/usr/share/java/epubcheck.jar';
const cli = join(resolve(import.meta.dirname, '..', process.env.GALLEY_DIST ?? 'dist'), 'electron', 'cli.js');

test('passes epubcheck', async ({ scratch }) => {
  test.skip(!existsSync(JAR), 'no epubcheck (apt-get install epubcheck); electron/export/valid.test.ts has its port');
  const out = join(scratch, 'out');
  execFileSync(process.execPath, [cli, 'export', sample(), '--format', 'epub', '--fresh', '--out', out]);
  const { stderr } = await promisify(execFile)('java', ['-jar', JAR, join(out, 'qinghe-daily.epub')]);
  expect(stderr).toBe('');
});
