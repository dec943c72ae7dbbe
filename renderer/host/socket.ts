/** The desk over a WebSocket on loopback: the window's side of the Node host. */
import { type CallResult, DeskError, EVENTS, type Host } from '../../shared/contract/contract.ts';
import type { CallMessage, EventMessage, ReplyMessage } from '../../shared/contract/wire.ts';
import { createEventHub } from './events.ts';

/** What is used of a WebSocket, so that tests can bring another one. */
export interface Socket {
  send(data: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: DeskError) => void;
}

const goneError = () => new DeskError({ key: 'host gone' });

/**
 * Calls made before the socket is open wait for it. When it closes, or can't open, pending and later calls fail at once
 * with `host gone` and the event `host.gone` comes once; it does not connect again, since the next host is a new
 * process with another token. A reload of the page does, as long as the host lives.
 */
export function socketHost(socket: Socket): Host {
  const hub = createEventHub();
  const pending = new Map<number, Pending>();
  let waiting: string[] | null = [];
  let gone = false;
  let lastId = 0;

  const lose = () => {
    if (gone) return;
    gone = true;
    for (const { reject } of pending.values()) reject(goneError());
    pending.clear();
    hub.emit('host.gone', {});
  };

  socket.addEventListener('open', () => {
    for (const message of waiting ?? []) socket.send(message);
    waiting = null;
  });
  socket.addEventListener('close', lose);
  socket.addEventListener('error', lose);
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as ReplyMessage | EventMessage;
    if ('event' in message) {
      if (message.event === 'host.gone') lose();
      else if (EVENTS.includes(message.event)) hub.emit(message.event, message.data as never);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.ok) call?.resolve(message.result);
    else call?.reject(new DeskError(message.problem));
  });

  return {
    on: hub.on,
    call(name, args) {
      if (gone) return Promise.reject(goneError());
      const id = ++lastId;
      const message = JSON.stringify({ id, call: name, args } satisfies CallMessage);
      const reply = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      if (waiting) waiting.push(message);
      else socket.send(message);
      // The contract says what this call's result is; the desk is trusted to keep to it.
      return reply as Promise<CallResult<typeof name>>;
    },
  };
}
