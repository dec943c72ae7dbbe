/** The Node host's server: one desk on one port of loopback, for one browser that knows the token. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeskService } from '../../shared/contract/contract.ts';
import type { Emit } from '../../shared/contract/wire.ts';
import type { DataAt } from '../desk/served.ts';
import { createDoor } from './door.ts';
import { answerHttp } from './http.ts';
import { type SocketLimits, serveSocket } from './socket.ts';

export interface ListenOptions {
  readonly service: DeskService;
  readonly dataAt: DataAt;
  /** The folder of the built window. */
  readonly root: string;
  readonly limits?: SocketLimits;
}

export interface Listening {
  /** Where to go, once: it carries the token. */
  readonly url: string;
  readonly emit: Emit;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

/** Rejects when no port of 127.0.0.1 can be had. */
export async function listen({ service, dataAt, root, limits }: ListenOptions): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 });
  server.maxConnections = 64;
  server.listen({ host: '127.0.0.1', port: 0, exclusive: true });
  await once(server, 'listening');
  // Listening on host and port, the address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  const door = createDoor(port);
  server.on('request', answerHttp({ door, root, dataAt }));
  const socket = serveSocket(server, door, service, limits);
  return {
    url: `http://${door.host}${door.entrance}`,
    emit: socket.emit,
    async close() {
      socket.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
