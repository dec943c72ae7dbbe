/**
 * What the window may not do. Electron's security checklist, as far as it is decided in code: see the numbers in
 * https://www.electronjs.org/docs/latest/tutorial/security. Each line here has a test.
 */
import type { Session, WebContents, WebFrameMain, WebPreferences } from 'electron';

/** The one origin of ours; `protocol.ts` answers it. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'galley';
const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;

/** 2, 3, 4, 6, 8, 9, 11: every switch that matters, said even where it is Electron's default today. */
export const webPreferences = (preload: string): WebPreferences => ({
  preload,
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
  // The text is a newspaper's, often Chinese, and the dictionaries would be downloaded.
  spellcheck: false,
});

/** Whether a URL is the window's page or one of its files; never true for another scheme, host or a bare prefix. */
export function isOurUrl(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url);
    return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST && username === '' && password === '';
  } catch {
    return false;
  }
}

/** 17: a message is ours when the top frame of our page sent it. A frame that is gone already is nobody. */
export const isOurFrame = (frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean =>
  frame !== null && frame.parent === null && isOurUrl(frame.url);

/** 12, 13, 14: the page stays where it is (a reload is all it may do), opens nothing and embeds nothing. */
export function guardContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault();
  const preventLeaving = (event: { readonly url: string; preventDefault(): void }) => {
    if (!(isOurUrl(event.url) && event.url === contents.getURL())) event.preventDefault();
  };
  contents.on('will-navigate', preventLeaving);
  contents.on('will-frame-navigate', preventLeaving);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** 1, 5: no permission, no device, no download, and no request but to our own scheme (and the developer tools'). */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !(isOurUrl(details.url) || details.url.startsWith('devtools://')) });
  });
}
