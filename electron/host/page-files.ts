/**
 * The window's own files, as both hosts serve them: what may be read from `dist/renderer`, as which type, with which
 * headers. Nothing else of the machine is reachable by a path.
 */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/**
 * What the page may do: run and style itself from its own files, talk to its own origin, show its own images. No inline
 * script or style, no frame, no form, no other origin.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer of either host, refusals too. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // Fonts and tables that pdf.js reads for a PDF that lacks its own.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

export interface PageFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/**
 * The file of `root` that a URL's path names; `/` is `index.html`. Null for whatever is not a file of a known type in
 * it: `..` in any spelling, a path that can't be decoded, a symbolic link that leads out.
 */
export async function readPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  const segments = pathSegments(urlPath);
  if (!segments) return null;
  const name = segments.join(sep) || 'index.html';
  const type = TYPES[extname(name)];
  if (!type) return null;
  try {
    const [home, file] = await Promise.all([realpath(root), realpath(join(root, name))]);
    if (!file.startsWith(home + sep)) return null;
    return { bytes: await readFile(file), type };
  } catch {
    return null; // not there, a folder, not readable: nothing to tell apart for the page
  }
}

/** The decoded segments of a URL's path, or null when one of them could lead elsewhere. */
function pathSegments(urlPath: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const segments = decoded.split('/').filter((segment) => segment !== '');
  // A backslash separates and a colon names a drive or stream on Windows; NUL ends a path everywhere.
  const leadsAway = (segment: string) => segment === '..' || segment === '.' || /[\\:\0]/.test(segment);
  return segments.some(leadsAway) ? null : segments;
}
