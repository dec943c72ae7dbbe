import { describe, expect, test } from 'vitest';
import { createDoor } from './door.ts';

const tokenOf = (entrance: string) => new URL(entrance, 'http://desk').searchParams.get('t');
const pairOf = (cookie: string | null) => cookie?.split(';')[0] ?? '';

describe('the token', () => {
  test('is 32 random bytes, another one for each door', () => {
    const tokens = new Set(Array.from({ length: 50 }, () => tokenOf(createDoor(4000).entrance)));
    expect(tokens.size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token ?? '', 'base64url')).toHaveLength(32);
  });

  test('opens once', () => {
    const door = createDoor(4000);
    const token = tokenOf(door.entrance);
    expect(door.enter(token)).toMatch(/^galley-4000=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(door.enter(token)).toBeNull();
  });

  test.each([null, '', 'x', `${tokenOf(createDoor(4000).entrance)}`])(
    '%j opens nothing, and spends nothing',
    (wrong) => {
      const door = createDoor(4000);
      expect(door.enter(wrong)).toBeNull();
      expect(door.enter(tokenOf(door.entrance))).not.toBeNull();
    },
  );

  test('is not the cookie', () => {
    const door = createDoor(4000);
    const token = tokenOf(door.entrance);
    expect(door.enter(token)).not.toContain(token);
    expect(door.hasCookie({ cookie: `galley-4000=${token}` })).toBe(false);
  });
});

describe('the cookie', () => {
  const door = createDoor(4000);
  const pair = pairOf(door.enter(tokenOf(door.entrance)));

  test.each([[pair], [`theme=dark; ${pair}`], [`${pair}; a=b`]])('is found in %j', (cookie) => {
    expect(door.hasCookie({ cookie })).toBe(true);
  });

  test.each([
    [undefined],
    [''],
    ['galley-4000='],
    ['galley-4000'],
    [pair.replace('4000', '4001')],
    [pair.slice(0, -1)],
    [`${pair}x`],
    [pair.toUpperCase()],
    [`x${pair}`],
  ])('is not found in %j', (cookie) => {
    expect(door.hasCookie(cookie === undefined ? {} : { cookie })).toBe(false);
  });
});

describe('Host and Origin', () => {
  const door = createDoor(4000);
  test('are exactly ours', () => {
    expect(door.isOurHost({ host: '127.0.0.1:4000' })).toBe(true);
    expect(door.isOurOrigin({ origin: 'http://127.0.0.1:4000' })).toBe(true);
  });
  test.each([
    'localhost:4000',
    '127.0.0.1',
    '127.0.0.1:4001',
    '[::1]:4000',
    'evil.example:4000',
    '127.0.0.1:4000.evil.example',
  ])('not %s', (host) => {
    expect(door.isOurHost({ host })).toBe(false);
    expect(door.isOurOrigin({ origin: `http://${host}` })).toBe(false);
  });
  test('nor none, null or another scheme', () => {
    expect(door.isOurHost({})).toBe(false);
    expect(door.isOurOrigin({})).toBe(false);
    expect(door.isOurOrigin({ origin: 'null' })).toBe(false);
    expect(door.isOurOrigin({ origin: 'https://127.0.0.1:4000' })).toBe(false);
  });
});
