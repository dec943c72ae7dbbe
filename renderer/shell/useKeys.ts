/** The window's keys: each goes through the table of commands, by the pane that has the focus. */
import { useEffect } from 'react';
import { press, runById } from '../commands/dispatch.ts';
import { keyOf } from '../commands/keys.ts';
import { desk, useDesk } from '../store/index.ts';
import type { Pane } from '../store/state.ts';
import { IS_MAC } from '../widgets/useKeyNames.ts';
import { focusPane, isEditable, paneOf } from './focus.ts';

/** Keys that a button or link takes for itself. */
const OF_BUTTONS: ReadonlySet<string> = new Set(['Enter', 'Space']);

function onKeyDown(event: KeyboardEvent): void {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || target.closest('dialog:modal')) return;
  const key = keyOf(event, IS_MAC);
  if (!key) return;
  if (OF_BUTTONS.has(key) && target.closest('button, a, summary')) return;
  const isArchive = desk.store.getState().place === 'archive';
  const pane: Pane = isArchive || isEditable(target) ? 'article' : (paneOf(target) ?? desk.store.getState().pane);
  if (press(desk, key, pane)) event.preventDefault();
}

function onFocusIn(event: FocusEvent): void {
  const pane = event.target instanceof Element ? paneOf(event.target) : null;
  if (pane && pane !== desk.store.getState().pane) desk.set({ pane });
}

export function useKeys(): void {
  const host = useDesk((state) => state.host);
  const focusRequest = useDesk((state) => state.focusRequest);
  const phase = useDesk((state) => state.phase);
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('focusin', onFocusIn);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('focusin', onFocusIn);
    };
  }, []);
  useEffect(() => host?.on('menu.command', ({ command }) => runById(desk, command)), [host]);
  useEffect(() => {
    if (focusRequest) focusPane(focusRequest.pane);
  }, [focusRequest]);
  useEffect(() => {
    if (phase === 'ready' && document.activeElement === document.body) focusPane('raw');
  }, [phase]);
}
