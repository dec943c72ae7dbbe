/** The desk over Electron's IPC: the window's side of the preload script. */
import { type CallResult, DeskError, EVENTS, type Host } from '../../shared/contract/contract.ts';
import type { Bridge, Reply } from '../../shared/contract/wire.ts';
import { createEventHub } from './events.ts';

const goneError = () => new DeskError({ key: 'host gone' });

/**
 * When the main process stops answering (a call rejects, or it says `host.gone`), pending and later calls fail at once
 * with `host gone` and the event `host.gone` comes once.
 */
export function bridgeHost(bridge: Bridge): Host {
  const hub = createEventHub();
  const failPending = new Set<(error: DeskError) => void>();
  let gone = false;

  const lose = () => {
    if (gone) return;
    gone = true;
    for (const fail of failPending) fail(goneError());
    failPending.clear();
    hub.emit('host.gone', {});
  };

  bridge.on((message) => {
    if (message.event === 'host.gone') lose();
    else if (EVENTS.includes(message.event)) hub.emit(message.event, message.data as never);
  });

  return {
    on: hub.on,
    call(name, args) {
      if (gone) return Promise.reject(goneError());
      return new Promise((resolve, reject) => {
        failPending.add(reject);
        const settle = (reply: Reply) => {
          failPending.delete(reject);
          // The contract says what this call's result is; the desk is trusted to keep to it.
          if (reply.ok) resolve(reply.result as CallResult<typeof name>);
          else reject(new DeskError(reply.problem));
        };
        bridge.call(name, args).then(settle, lose);
      });
    },
  };
}
