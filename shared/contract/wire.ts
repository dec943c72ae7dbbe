/**
 * What crosses between window and desk, on either wire. Everything is JSON.
 *
 * Over the WebSocket the window sends `CallMessage`s and gets `ReplyMessage`s and `EventMessage`s. Over Electron's IPC
 * the preload script offers a `Bridge`; there the channel pairs call and reply, so only `Reply` crosses.
 */
import { type DeskService, dispatch, type EventName, type Events, type Problem, problemOf } from './contract.ts';

/** How a call ended. `problem` becomes the `DeskError` that the window's call rejects with. */
export type Reply = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly problem: Problem };

/** One call. `id` is the window's own number for it, from 1, and comes back with the reply. */
export interface CallMessage {
  readonly id: number;
  readonly call: string;
  readonly args: unknown;
}

export type ReplyMessage = Reply & { readonly id: number };

export type EventMessage = { readonly [K in EventName]: { readonly event: K; readonly data: Events[K] } }[EventName];

/** How a host tells its windows what happened. */
export type Emit = <K extends EventName>(event: K, data: Events[K]) => void;

/**
 * All that the preload script puts into the page, as `window.galley`. Errors do not survive Electron's context bridge,
 * so a refused call resolves to a `Reply`; it rejects only when the main process can't answer at all.
 */
export interface Bridge {
  call(name: string, args: unknown): Promise<Reply>;
  /** Every event of the desk, in order. Returns the undoing. */
  on(listener: (message: EventMessage) => void): () => void;
}

/** Runs one call from across the border and says how it ended. Never rejects. */
export async function answer(service: DeskService, call: unknown, args: unknown): Promise<Reply> {
  try {
    // A call without a result answers null: JSON has no undefined.
    return { ok: true, result: (await dispatch(service, call, args)) ?? null };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
