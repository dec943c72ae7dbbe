/** What the window may not do, item by item of Electron's security checklist, against a stand-in of the module. */
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { guardContents, guardSession, isOurFrame, isOurUrl, PAGE_URL, webPreferences } from './security.ts';
import { resetElectron, StandInContents, session } from './testing/electron.ts';

beforeEach(resetElectron);

test('2, 3, 4, 6, 8, 9, 11: the web preferences, each one said', () => {
  expect(webPreferences('/app/preload.cjs')).toEqual({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

test('10: no blink features are enabled', () => {
  expect(webPreferences('')).not.toHaveProperty('enableBlinkFeatures');
});

describe('our page', () => {
  test.each([PAGE_URL, 'app://galley/?lang=en', 'app://galley/assets/a.js', 'app://galley/text/f-1'])(
    'is %s',
    (url) => {
      expect(isOurUrl(url)).toBe(true);
    },
  );
  test.each([
    '',
    'about:blank',
    'app://galley.evil.example/',
    'app://evil/',
    'app://galley@evil/',
    'app://x@galley/',
    'https://galley/',
    'file:///galley/',
    'file://app/galley/',
    'javascript:alert(1)//app://galley/',
    'data:text/html,app://galley/',
    'application://galley/',
  ])('is not %j', (url) => {
    expect(isOurUrl(url)).toBe(false);
  });
});

describe('17: the sender of a message', () => {
  test('is the top frame of our page', () => {
    expect(isOurFrame({ parent: null, url: PAGE_URL })).toBe(true);
  });
  test('not a frame in it, not another page, not a frame that is gone', () => {
    const top = { parent: null, url: PAGE_URL };
    // As much of a parent as is looked at.
    expect(isOurFrame({ parent: top as never, url: PAGE_URL })).toBe(false);
    expect(isOurFrame({ parent: null, url: 'https://evil.example/' })).toBe(false);
    expect(isOurFrame({ parent: null, url: 'about:blank' })).toBe(false);
    expect(isOurFrame(null)).toBe(false);
  });
});

describe('12, 13, 14: the page', () => {
  const guarded = () => {
    const contents = new StandInContents();
    contents.url = PAGE_URL;
    // The stand-in has what guardContents uses.
    guardContents(contents as unknown as WebContents);
    return contents;
  };
  /** Whether the event was prevented. */
  const prevents = (contents: StandInContents, event: string, url: string) => {
    let prevented = false;
    contents.emit(event, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };

  test.each(['will-navigate', 'will-frame-navigate'])('%s: stays where it is', (event) => {
    const contents = guarded();
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://evil/',
      'app://galley/text/f-1',
      'javascript:alert(1)',
      '',
    ])
      expect(prevents(contents, event, url), url).toBe(true);
  });

  test('may load itself again', () => {
    expect(prevents(guarded(), 'will-navigate', PAGE_URL)).toBe(false);
  });

  test.each(['will-redirect', 'will-attach-webview'])('%s is prevented, whatever it is about', (event) => {
    expect(prevents(guarded(), event, PAGE_URL)).toBe(true);
    expect(prevents(guarded(), event, 'https://evil.example/')).toBe(true);
  });

  test('opens no window', () => {
    expect(guarded().openHandler?.()).toEqual({ action: 'deny' });
  });
});

describe('1, 5: the session', () => {
  beforeEach(() => guardSession(session.defaultSession as unknown as Session));

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'something new'])(
    'denies %s, asked or checked',
    (permission) => {
      const answers: boolean[] = [];
      session.defaultSession.permissionRequest?.(null, permission, (ok) => answers.push(ok));
      expect(answers).toEqual([false]);
      expect(session.defaultSession.permissionCheck?.()).toBe(false);
    },
  );

  test('gives no device and takes no download', () => {
    expect(session.defaultSession.devicePermission?.()).toBe(false);
    let prevented = false;
    session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });

  test.each([
    ['app://galley/assets/a.js', false],
    ['devtools://devtools/bundled/x.js', false],
    ['https://evil.example/', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['ws://evil.example/', true],
    ['app://evil/', true],
  ])('lets a request to %s pass or cancels it: %s', (url, cancel) => {
    const answers: unknown[] = [];
    session.defaultSession.beforeRequest?.({ url }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });
});
