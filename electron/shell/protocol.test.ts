import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../host/page-files.ts';
import { registerScheme, servePage } from './protocol.ts';
import { protocol, resetElectron } from './testing/electron.ts';

vi.mock('electron', async () => {
  const { module } = await import('./testing/electron.ts');
  return { ...module, default: module };
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-protocol-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'secret.json'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  resetElectron();
  servePage(join(folder, 'renderer'), async (url) =>
    url === '/text/f-1?as=big5' ? { body: '吕梁', type: 'text/plain; charset=utf-8' } : null,
  );
});

const get = (url: string, method = 'GET') => protocol.handlers.get('app')?.(new Request(url, { method }));

test('18: our scheme is a standard, secure origin with fetch, and may do no more', () => {
  registerScheme();
  expect(protocol.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('answered', () => {
  test.each(['app://galley/', 'app://galley/?lang=en', 'app://galley/index.html'])('%s', async (url) => {
    const response = await get(url);
    expect(response?.status).toBe(200);
    expect(await response?.text()).toBe('<!doctype html>');
    expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('the text of an open issue, by path and query', async () => {
    const response = await get('app://galley/text/f-1?as=big5');
    expect(await response?.text()).toBe('吕梁');
    expect(response?.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });
});

describe('404', () => {
  test.each([
    'app://galley/../secret.json',
    'app://galley/%2e%2e/secret.json',
    'app://galley/..%2fsecret.json',
    'app://galley/..%5csecret.json',
    'app://galley/%00',
    'app://galley/text/f-2',
    'app://galley/nothing.js',
    'app://evil/',
  ])('%s', async (url) => {
    expect((await get(url))?.status).toBe(404);
  });
  test('everything but GET', async () => {
    expect((await get('app://galley/', 'POST'))?.status).toBe(404);
  });
});

test.each(['app://galley/', 'app://galley/nothing', 'app://galley/text/f-1?as=big5', 'app://evil/'])(
  '7: %s carries the policy and its kin',
  async (url) => {
    const headers = (await get(url))?.headers;
    expect(headers?.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(headers?.get('x-content-type-options')).toBe('nosniff');
    expect(headers?.get('referrer-policy')).toBe('no-referrer');
    expect(headers?.get('cache-control')).toBe('no-store');
  },
);
