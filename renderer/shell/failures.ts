/** Faults of the window go into the desk's log, stripped of their words. */
import { strippedError } from '../../shared/stripped-error.ts';
import type { Desk } from '../store/desk.ts';

/** Tells the desk where something failed. Never rejects: a desk that is gone can't write it down. */
export async function tellFailure(desk: Desk, thrown: unknown): Promise<void> {
  const { error, frames } = strippedError(thrown);
  await desk.store
    .getState()
    .host?.call('window.failed', { error, frames: [...frames] })
    .catch(() => undefined);
}

/** Tells of what nobody catches. */
export function watchFailures(window: Window, desk: Desk): void {
  window.addEventListener('error', (event) => void tellFailure(desk, event.error));
  window.addEventListener('unhandledrejection', (event) => void tellFailure(desk, event.reason));
}
