/**
 * Who may come in to the Node host. Any page of any browser on this machine, and any user of it, can send requests to
 * loopback; so:
 *
 * - the address handed out carries a token of 32 random bytes that works once, for a cookie
 * - the cookie is HttpOnly and SameSite=Strict: no script reads it, no other site's page sends it
 * - the Host header must be exactly the host's own, which a rebound DNS name's is not
 * - a WebSocket's upgrade needs the exact Origin too, since SameSite alone does not cover it in every browser
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Door {
  /** `127.0.0.1:PORT`, the only Host and (after `http://`) Origin that are answered. */
  readonly host: string;
  /** What opens the door once: the path and query of the first request. */
  readonly entrance: string;
  /** A Set-Cookie value when the token is right and was not used before; else null. */
  enter(token: string | null): string | null;
  isOurHost(headers: IncomingHttpHeaders): boolean;
  isOurOrigin(headers: IncomingHttpHeaders): boolean;
  hasCookie(headers: IncomingHttpHeaders): boolean;
}

const secret = () => randomBytes(32).toString('base64url');

/** Compares in a time that tells nothing about where two strings differ, or about their length. */
function same(a: string, b: string): boolean {
  const digest = (s: string) => createHash('sha256').update(s).digest();
  return timingSafeEqual(digest(a), digest(b));
}

export function createDoor(port: number): Door {
  const host = `127.0.0.1:${port}`;
  const token = secret();
  const cookie = secret();
  // Cookies don't know ports: two hosts on one machine need two names.
  const cookieName = `galley-${port}`;
  let used = false;
  return {
    host,
    entrance: `/enter?t=${token}`,
    enter(offered) {
      if (used || offered === null || !same(offered, token)) return null;
      used = true;
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isOurHost: (headers) => headers.host === host,
    isOurOrigin: (headers) => headers.origin === `http://${host}`,
    hasCookie: (headers) =>
      (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim().split('='))
        .some(([name, value]) => name === cookieName && value !== undefined && same(value, cookie)),
  };
}
