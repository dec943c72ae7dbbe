/** The one store of this window, and its actions, for components. */
import { useStore } from 'zustand';
import { createDesk } from './desk.ts';
import type { DeskState } from './state.ts';

export const desk = createDesk();

/** A slice of the window's state; the component renders again when the slice is another. */
export const useDesk = <T>(selector: (state: DeskState) => T): T => useStore(desk.store, selector);

export const { edit, selectLineAt, openIssue, retry, changeSettings } = desk;

export { newId } from './ids.ts';
export type { CaretRequest, DeskState } from './state.ts';
