/** The archive of this window, for components. */
import { useStore } from 'zustand';
import { desk } from '../store/index.ts';
import { createArchiveActions } from './actions.ts';
import type { ArchiveState } from './state.ts';

export const archive = createArchiveActions(desk);

/** A slice of what the archive's window knows. */
export const useArchive = <T>(selector: (state: ArchiveState) => T): T => useStore(archive.store, selector);
