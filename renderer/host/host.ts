/** The window's way to the desk: the preload script's bridge in Electron, else a WebSocket to the host that served the page. */
import type { Host } from '../../shared/contract/contract.ts';
import type { Bridge } from '../../shared/contract/wire.ts';
import { bridgeHost } from './bridge.ts';
import { socketHost } from './socket.ts';

declare global {
  interface Window {
    /** Put there by electron/shell/preload.ts; absent in the Node host's window. */
    readonly galley?: Bridge;
  }
}

/** Connects to whichever host this page came from. */
export function connectHost(window: Window): Host {
  if (window.galley) return bridgeHost(window.galley);
  return socketHost(new WebSocket(`ws://${window.location.host}/desk`));
}
