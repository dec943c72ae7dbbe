/** The Node host from outside: raw requests, since fetch and browsers would tidy up what an attacker would not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createStandIn } from '../../shared/testing/stand-in-desk.ts';
import { type Listening, listen } from './listen.ts';
import { SECURITY_HEADERS } from './page-files.ts';
import { SOCKET_LIMITS } from './socket.ts';

const LIMITS = { ...SOCKET_LIMITS, windows: 2, messageBytes: 4096, calls: { burst: 20, perSecond: 1 } };

let root = '';
let desk: Listening;
let standIn: ReturnType<typeof createStandIn>;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'galley-listen-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Galley</title>');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(async () => {
  standIn = createStandIn();
  const dataAt = async (url: string) =>
    url === '/text/f-1?as=gb18030' ? { body: '吕梁\uD800', type: 'text/plain; charset=utf-8' } : null;
  desk = await listen({ service: standIn.service, dataAt, root, limits: LIMITS });
});
afterEach(() => desk.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const at = () => new URL(desk.url);

function ask(path: string, { method = 'GET', headers = {} as Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: at().port, path, method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: String(Buffer.concat(chunks)) });
    });
    asked.on('error', reject).end();
  });
}

async function enter(): Promise<string> {
  const { headers } = await ask(at().pathname + at().search);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** How an upgrade ends: the HTTP status, 101 when it is let in. */
function upgrade(headers: Record<string, string>, path = '/desk'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: at().port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers,
      },
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

const openSocket = async () => {
  const socket = new WebSocket(`ws://${at().host}/desk`, { headers: { cookie: await enter() }, origin: at().origin });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
};
const closing = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));

describe('coming in', () => {
  test('the address works once; it gives a cookie and leaves no token behind', async () => {
    const first = await ask(at().pathname + at().search);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
    const again = await ask(at().pathname + at().search);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('the language goes along, nothing else does', async () => {
    const { headers } = await ask(`${at().pathname}${at().search}&lang=en&next=//evil.example`);
    expect(headers.location).toBe('/?lang=en');
  });

  test('without the cookie there is no page, no text and no hint of what exists', async () => {
    const paths = ['/', '/index.html', '/nothing', '/text/f-1?as=gb18030', '/enter', '/enter?t=wrong'];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403));
  });

  test('the cookie holds for the session: the page, again, and the text', async () => {
    const headers = { cookie: await enter() };
    for (const _time of [1, 2]) {
      const page = await ask('/', { headers });
      expect([page.status, page.body]).toEqual([200, '<!doctype html><title>Galley</title>']);
    }
    const text = await ask('/text/f-1?as=gb18030', { headers });
    expect(text.body).toBe('吕梁\uFFFD');
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await ask('/text/f-2', { headers })).status).toBe(404);
  });
});

describe('every answer', () => {
  test.each(['/', '/nothing', '/enter?t=wrong', '/text/none'])('%s carries the security headers', async (path) => {
    for (const headers of [{ cookie: await enter() }, {}, { host: 'evil.example' }]) {
      expect((await ask(path, { headers })).headers).toMatchObject(SECURITY_HEADERS);
    }
  });
});

describe('refused', () => {
  test.each(['localhost', '127.0.0.2', 'evil.example', '[::1]'])('another Host: %s', async (name) => {
    const headers = { cookie: await enter(), host: `${name}:${at().port}` };
    expect((await ask('/', { headers })).status).toBe(421);
    expect(await upgrade({ ...headers, origin: at().origin })).toBe(421);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s', async (method) => {
    expect((await ask('/', { method, headers: { cookie: await enter() } })).status).toBe(405);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/..%5cpackage.json'])(
    'a path out of the folder: %s',
    async (path) => {
      expect((await ask(path, { headers: { cookie: await enter() } })).status).toBe(404);
    },
  );

  test('every other interface than loopback', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: address, port: Number(at().port) });
        socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      });
      expect(reached, address).toBe(false);
    }
  });
});

describe('the socket', () => {
  test('opens for our page only', async () => {
    const cookie = await enter();
    const { origin } = at();
    expect(await upgrade({ cookie, origin })).toBe(101);
    expect(await upgrade({ origin })).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
    expect(await upgrade({ cookie, origin: 'null' })).toBe(403);
    expect(await upgrade({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade({ cookie, origin: origin.replace('127.0.0.1', 'localhost') })).toBe(403);
    expect(await upgrade({ cookie: `${cookie}x`, origin })).toBe(403);
    expect(await upgrade({ cookie, origin }, '/other')).toBe(404);
  });

  test.each([
    ['no JSON', 'hello'],
    ['no call', '{"id":1}'],
    ['no number', '{"id":"1","call":"app.info","args":{}}'],
    ['something more', '{"id":1,"call":"app.info","args":{},"then":1}'],
    ['a list', '[]'],
  ])('closes on %s', async (_what, message) => {
    const socket = await openSocket();
    socket.send(message);
    expect(await closing(socket)).toBe(1008);
    expect(standIn.asked).toEqual([]);
  });

  test('closes on bytes, even of a call', async () => {
    const socket = await openSocket();
    socket.send(Buffer.from('{"id":1,"call":"app.info","args":{}}'));
    expect(await closing(socket)).toBe(1008);
  });

  test('closes on a message too large', async () => {
    const socket = await openSocket();
    socket.send(JSON.stringify({ id: 1, call: 'app.info', args: { x: 'x'.repeat(LIMITS.messageBytes) } }));
    expect(await closing(socket)).toBe(1009);
    expect(standIn.asked).toEqual([]);
  });

  test('closes on too many calls, and the desk heard no more than allowed', async () => {
    const socket = await openSocket();
    for (let id = 1; id <= 200; id++) socket.send(JSON.stringify({ id, call: 'app.info', args: {} }));
    expect(await closing(socket)).toBe(1008);
    expect(standIn.asked.length).toBeLessThanOrEqual(LIMITS.calls.burst + 2);
  });

  test('takes no more windows than allowed', async () => {
    const cookie = await enter();
    const open = () => new WebSocket(`ws://${at().host}/desk`, { headers: { cookie }, origin: at().origin });
    const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));
    const allowed = [open(), open()];
    await Promise.all(allowed.map(opened));
    expect(await closing(open())).toBe(1013);
    for (const socket of allowed) expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

test('closing frees the port though windows are open, and they are told', async () => {
  const socket = await openSocket();
  const closed = closing(socket);
  const { port } = at();
  await desk.close();
  expect(await closed).toBe(1001);
  const reached = await new Promise((resolve) => {
    connect({ host: '127.0.0.1', port: Number(port) })
      .on('connect', () => resolve(true))
      .on('error', () => resolve(false));
  });
  expect(reached).toBe(false);
  desk = await listen({ service: standIn.service, dataAt: async () => null, root });
});
