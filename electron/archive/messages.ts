/** What crosses between the desk and the thread that keeps an archive's index. */
import type { Problem } from '../../shared/contract/contract.ts';
import type { Keeper } from './keeper.ts';

/** The keeper's methods that the desk may call; `refresh…` resolve when the index is up to date. */
const KEEPER_CALLS = [
  'refresh',
  'refreshFolders',
  'follow',
  'info',
  'rows',
  'place',
  'between',
  'values',
  'chosen',
  'assign',
  'search',
  'pathOf',
  'progress',
] as const;
export type KeeperCall = (typeof KEEPER_CALLS)[number];

export type KeeperArgs<K extends KeeperCall> = Parameters<Keeper[K]>;
export type KeeperResult<K extends KeeperCall> = Awaited<ReturnType<Keeper[K]>>;

/** To the thread. */
export type Question =
  | { readonly id: number; readonly call: KeeperCall; readonly args: readonly unknown[] }
  | { readonly id: number; readonly call: 'close'; readonly args: readonly [] };

/** From the thread. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Problem }
  | { readonly changed: true };

/** What the thread is started with. */
export interface ArchivePlace {
  readonly root: string;
  readonly dataFolder: string;
}
