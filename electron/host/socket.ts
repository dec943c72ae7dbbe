/** The Node host's WebSocket: calls in, replies and events out. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { DeskService } from '../../shared/contract/contract.ts';
import { answer, type Emit, type ReplyMessage } from '../../shared/contract/wire.ts';
import type { Door } from './door.ts';
import { createRateLimit, type Rate } from './rate.ts';

export interface SocketLimits {
  /** Windows at once. */
  readonly windows: number;
  /** Bytes of one message. A proposal made anew crosses as an edit, so issues of a million lines need room. */
  readonly messageBytes: number;
  /** Calls of one window. Typing makes at most some tens a second. */
  readonly calls: Rate;
  /** Bytes that may wait for a window that reads slowly, before it is dropped. */
  readonly backlogBytes: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  windows: 8,
  messageBytes: 64 * 2 ** 20,
  calls: { burst: 2000, perSecond: 500 },
  backlogBytes: 512 * 2 ** 20,
};

/** Close codes of RFC 6455. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;
const TRY_AGAIN_LATER = 1013;
const GOODBYE_MS = 200;

const messageSchema = z.strictObject({ id: z.int().min(1), call: z.string().max(100), args: z.unknown() });

export interface DeskSocket {
  /** To every window. */
  readonly emit: Emit;
  close(): void;
}

/** Serves `service` on `/desk` of the server. An upgrade without our Host, Origin and cookie is refused with 403. */
export function serveSocket(
  server: Server,
  door: Door,
  service: DeskService,
  limits: SocketLimits = SOCKET_LIMITS,
): DeskSocket {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy()); // the other side hung up in mid-handshake
    const refusal = refusalOf(request, door);
    if (refusal) return refuse(stream, refusal);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (sockets.clients.size > limits.windows) return socket.close(TRY_AGAIN_LATER, 'too many windows');
      attend(socket, service, limits);
    });
  });

  return {
    emit(event, data) {
      const message = JSON.stringify({ event, data });
      for (const socket of sockets.clients) post(socket, message, limits);
    },
    close() {
      for (const socket of sockets.clients) {
        socket.close(GOING_AWAY);
        // A window that does not answer the goodbye must not keep the process.
        setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
      }
      sockets.close();
    },
  };
}

function refusalOf(request: IncomingMessage, door: Door): string | null {
  if (!door.isOurHost(request.headers)) return '421 Misdirected Request';
  if (!door.isOurOrigin(request.headers) || !door.hasCookie(request.headers)) return '403 Forbidden';
  if (request.url !== '/desk') return '404 Not Found';
  return null;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Answers one window's calls, in the order they begin; what is no call, or too many of them, ends it. */
function attend(socket: WebSocket, service: DeskService, limits: SocketLimits): void {
  const mayCall = createRateLimit(limits.calls);
  // A message too large or not of the protocol: ws closes the socket itself; nothing more to do than not to crash.
  socket.on('error', () => undefined);
  socket.on('message', async (data, isBinary) => {
    if (!mayCall()) return socket.close(POLICY_VIOLATION, 'too many calls');
    const message = isBinary ? null : parse(data);
    if (!message) return socket.close(POLICY_VIOLATION, 'not a call');
    const reply = await answer(service, message.call, message.args);
    post(socket, JSON.stringify({ id: message.id, ...reply } satisfies ReplyMessage), limits);
  });
}

function parse(data: RawData): z.infer<typeof messageSchema> | null {
  try {
    return messageSchema.parse(JSON.parse(String(data)));
  } catch {
    return null;
  }
}

function post(socket: WebSocket, message: string, limits: SocketLimits): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > limits.backlogBytes) socket.terminate();
  else socket.send(message);
}
