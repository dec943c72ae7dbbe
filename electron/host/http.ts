/** The Node host's answers to HTTP: the entrance, the window's files, the text of issues. GET only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DataAt, isDataPath } from '../desk/served.ts';
import type { Door } from './door.ts';
import { readPageFile, SECURITY_HEADERS } from './page-files.ts';

export interface Pages {
  readonly door: Door;
  /** The folder of the built window. */
  readonly root: string;
  readonly dataAt: DataAt;
}

/** A request handler; every answer carries the security headers. */
export function answerHttp(pages: Pages): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answerOne(pages, request).then(
      (answer) => send(response, answer),
      () => send(response, said(500, 'Galley could not read that.')),
    );
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const said = (status: number, sentence: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: `${sentence}\n`,
});

async function answerOne({ door, root, dataAt }: Pages, request: IncomingMessage): Promise<Answer> {
  if (!door.isOurHost(request.headers)) return said(421, 'This is not the address of this desk.');
  if (request.method !== 'GET') return said(405, 'Only GET is answered here.', { allow: 'GET' });
  const url = request.url ?? '/';
  const path = url.split('?', 1)[0] ?? '/';
  if (path === '/enter') return enter(door, url);
  if (!door.hasCookie(request.headers))
    return said(403, 'The address of this desk works once, in one browser. Start Galley again to get a new one.');
  if (isDataPath(path)) {
    const data = await dataAt(url);
    return data
      ? { status: 200, headers: { 'content-type': data.type }, body: data.body }
      : said(404, 'No such text or picture.');
  }
  const file = await readPageFile(root, path);
  if (!file) return said(404, 'No such page.');
  return { status: 200, headers: { 'content-type': file.type }, body: file.bytes };
}

/** Swaps the token for the cookie; the redirect leaves nothing of it in the address bar, but keeps `?lang=`. */
function enter(door: Door, url: string): Answer {
  const query = new URL(url, 'http://desk').searchParams;
  const cookie = door.enter(query.get('t'));
  if (!cookie) return said(403, 'This address was used before. Start Galley again to get a new one.');
  const lang = query.get('lang');
  const location = lang ? `/?${new URLSearchParams({ lang })}` : '/';
  return said(303, 'Come in.', { 'set-cookie': cookie, location });
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
