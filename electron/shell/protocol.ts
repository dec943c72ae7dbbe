/** `app://galley/`: the window's files and the texts and pictures of issues, with the same headers as the Node host sends. */
import { protocol } from 'electron';
import { type DataAt, isDataPath } from '../desk/served.ts';
import { readPageFile, SECURITY_HEADERS } from '../host/page-files.ts';
import { PAGE_HOST, PAGE_SCHEME } from './security.ts';

/** Before the app is ready: the scheme counts as a secure origin with relative URLs and `fetch`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Once the app is ready. `root`: the folder of the built window. */
export function servePage(root: string, dataAt: DataAt): void {
  protocol.handle(PAGE_SCHEME, (request) => answerRequest(request, root, dataAt));
}

/** One answer; whatever is not a GET of a file of ours or of an open issue's data is 404. */
async function answerRequest(request: Request, root: string, dataAt: DataAt): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== PAGE_HOST || request.method !== 'GET') return refused();
  if (isDataPath(url.pathname)) {
    const data = await dataAt(url.pathname + url.search);
    if (!data) return refused();
    return respond(typeof data.body === 'string' ? data.body : Buffer.from(data.body), data.type);
  }
  const file = await readPageFile(root, url.pathname);
  return file ? respond(Buffer.from(file.bytes), file.type) : refused();
}

const respond = (body: string | Buffer<ArrayBuffer>, type: string): Response =>
  new Response(body, { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': type } });

const refused = (): Response =>
  new Response('No such page.\n', {
    status: 404,
    headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
