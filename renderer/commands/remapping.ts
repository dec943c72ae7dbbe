/** Keys that the user changes: what a key would collide with, and the changed table. Pure. */
import { type Command, PANES_OF } from './command.ts';
import { keysOf } from './dispatch.ts';
import { COMMANDS } from './table.ts';

/** Keys of commands that the user changed: command id to key, `''` for none. */
export type ChangedKeys = { readonly [id: string]: string };

/** Why a command can't have a key. */
export type KeyRefusal =
  | { readonly why: 'taken'; readonly by: string }
  /** The key types a letter where text is edited. */
  | { readonly why: 'types' }
  /** The browser or the system keeps it. */
  | { readonly why: 'kept' };

/** Keys that never reach the window, or mean something else to it, whatever it does. */
const KEPT = /^(?:Tab|Shift-Tab|F5|F11|F12|Mod-[wtnqrl]|Mod-Shift-[tnwi]|Mod-\.|Mod-Space|.*Alt-Shift.*)$/;
/** What an editor may have: the Mod key, or a function key. */
const IN_EDITOR = /^(?:Mod-|(?:Shift-)?F\d+$)/;

const meet = (a: Command, b: Command): boolean => PANES_OF[a.where].some((pane) => PANES_OF[b.where].includes(pane));

/** Whether two keys can't stand beside each other: the same, or one begins the pair that the other is. */
const collide = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** Why the command can't have this key beside the keys of the others; null when it can. */
export function refusalOf(command: Command, key: string, changed: ChangedKeys): KeyRefusal | null {
  if (key.split(' ').some((one) => KEPT.test(one))) return { why: 'kept' };
  if (PANES_OF[command.where].includes('article') && !IN_EDITOR.test(key)) return { why: 'types' };
  const other = COMMANDS.find(
    (one) => one !== command && meet(one, command) && keysOf(one, changed).some((taken) => collide(taken, key)),
  );
  return other ? { why: 'taken', by: other.id } : null;
}

/** The changed keys with this command's set; its own key of the table again is no change. */
export function withKey(command: Command, key: string, changed: ChangedKeys): ChangedKeys {
  const { [command.id]: _, ...others } = changed;
  return command.keys.length === 1 && command.keys[0] === key ? others : { ...others, [command.id]: key };
}

/** The command has the keys of the table again; null when another has taken one of them meanwhile. */
export function withoutChange(command: Command, changed: ChangedKeys): ChangedKeys | null {
  const { [command.id]: _, ...others } = changed;
  return command.keys.some((key) => refusalOf(command, key, others)) ? null : others;
}
