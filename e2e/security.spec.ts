/** The Node host in a browser: what the page may not do, and what another page of the same browser gets. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, sample, test } from './kit/index.ts';

test.skip(({ host }) => host === 'electron', 'Electron has no port; its page is tried by electron.spec.ts');

test('a foreign page in the same browser gets nothing', async ({ desk }) => {
  await desk.open(sample());
  const { host } = new URL(desk.page.url());
  const foreign = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>foreign</title>');
  }).listen(0, '127.0.0.1');
  const page = await desk.page.context().newPage();
  try {
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    const got = await page.evaluate(async (desk) => {
      const said = (promise: Promise<unknown>) => promise.then(String, () => 'refused');
      const socket = (url: string) =>
        new Promise<string>((resolve) => {
          const tried = new WebSocket(url);
          tried.onopen = () => resolve('open');
          tried.onerror = () => resolve('refused');
        });
      const framed = new Promise<string>((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = () => {
          try {
            resolve(frame.contentDocument?.body.textContent ?? 'nothing to read');
          } catch {
            resolve('nothing to read');
          }
        };
        frame.src = `http://${desk}/`;
        document.body.append(frame);
      });
      const script = new Promise<string>((resolve) => {
        const tag = document.createElement('script');
        tag.onload = () => resolve('loaded');
        tag.onerror = () => resolve('refused');
        tag.src = `http://${desk}/`;
        document.body.append(tag);
      });
      return {
        page: await said(fetch(`http://${desk}/`).then((r) => r.text())),
        withCookies: await said(fetch(`http://${desk}/`, { credentials: 'include' }).then((r) => r.text())),
        opaque: await said(fetch(`http://${desk}/`, { mode: 'no-cors' }).then((r) => r.text())),
        socket: await socket(`ws://${desk}/desk`),
        framed: await framed,
        script: await script,
      };
    }, host);
    expect(got.page).toBe('refused');
    expect(got.withCookies).toBe('refused');
    expect(got.socket).toBe('refused');
    expect(got.script).toBe('refused');
    // What can't be read at all, or is empty: never a word of the desk.
    for (const text of [got.opaque, got.framed]) expect(text).not.toMatch(/Galley|root/);
    expect(got.framed).toBe('nothing to read');
  } finally {
    await page.close();
    foreign.close();
  }
});

test('the page runs nothing inline, goes nowhere and sends nothing out', async ({ desk }) => {
  const refused: string[] = [];
  const answered: string[] = [];
  await desk.open(sample());
  desk.page.on('requestfailed', (request) => refused.push(`${request.url()} ${request.failure()?.errorText}`));
  desk.page.on('response', (response) => answered.push(response.url()));
  const { origin } = new URL(desk.page.url());
  const tried = await desk.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.wasRun = true');
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.src = 'https://example.invalid/a.png';
    document.body.append(image);
    const sent = await fetch('https://example.invalid/').then(
      () => 'sent',
      () => 'refused',
    );
    await failed;
    return { wasRun: 'wasRun' in window, sent };
  });
  expect(tried).toEqual({ wasRun: false, sent: 'refused' });
  await expect.poll(() => refused).toContain('https://example.invalid/a.png csp');
  expect(answered.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test('loaded again, which works as long as the desk lives, the console is quiet; the address works once', async ({
  desk,
}) => {
  await desk.open(sample());
  const heard: string[] = [];
  desk.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  desk.page.on('pageerror', (error) => heard.push(String(error)));
  await desk.page.reload();
  await desk.settled();
  expect(heard).toEqual([]);
  expect(desk.page.url()).not.toContain('enter');
});
