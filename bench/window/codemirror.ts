/** CodeMirror 6 over a text, built and served for a bench. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface Served {
  readonly url: string;
  /** The text that the page loads next. */
  show(text: string): void;
  close(): void;
}

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', txt: 'text/plain; charset=utf-8' };

/** Builds `bench/window/codemirror` into `out` and serves it on loopback. */
export async function serveCodeMirror(out: string): Promise<Served> {
  await build({
    root: resolve(import.meta.dirname, 'codemirror'),
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir: out },
  });
  let shown = '';
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const name = path === '/' ? '/index.html' : path;
    response.setHeader('content-type', TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    if (name === '/favicon.ico') response.writeHead(404).end();
    else response.end(name === '/text.txt' ? shown : readFileSync(join(out, name)));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/`,
    show: (text) => {
      shown = text;
    },
    close: () => server.close(),
  };
}
