import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, readPageFile } from './page-files.ts';

let folder = '';
let root = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-page-'));
  root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-secret'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', '字 体.js'), 'run()');
  writeFileSync(join(root, 'assets', 'app.js.map'), '{}');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  writeFileSync(join(folder, 'renderer-secret', 'secret.json'), 'secret');
  symlinkSync(join(folder, 'secret.json'), join(root, 'out.json'));
  symlinkSync(join(folder, 'renderer-secret'), join(root, 'away'));
  symlinkSync(join(root, 'index.html'), join(root, 'again.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what the page may read', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/%E5%AD%97%20%E4%BD%93.js', 'text/javascript; charset=utf-8', 'run()'],
    ['/again.html', 'text/html; charset=utf-8', '<!doctype html>'], // a link that stays inside
  ])('%s', async (path, type, content) => {
    const file = await readPageFile(root, path);
    expect(file?.type).toBe(type);
    expect(String(file?.bytes)).toBe(content);
  });
});

describe('what it may not', () => {
  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..',
    '/./index.html',
    '//etc/passwd.json',
    '/out.json',
    '/away/secret.json',
    '/../renderer-secret/secret.json',
    '/index.html%00.js',
    '/C:/secret.json',
    '/index.html:stream',
    '/%zz',
    '/assets',
    '/assets/app.js.map',
    '/nothing.js',
  ])('%s', async (path) => {
    expect(await readPageFile(root, path)).toBeNull();
  });
});

test('7: the policy names no other origin and allows nothing inline', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|blob:/);
  for (const directive of CONTENT_SECURITY_POLICY.split('; '))
    expect(directive).toMatch(/^[a-z-]+ (?:'none'|'self'(?: data:)?)$/);
});
