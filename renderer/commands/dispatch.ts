/** From a key to a command: pairs of keys, panes, keys that the user changed. */
import type { Desk } from '../store/desk.ts';
import { newId } from '../store/ids.ts';
import type { Pane } from '../store/state.ts';
import { type Act, type Command, PANES_OF, perform, situationOf } from './command.ts';
import { COMMANDS, commandOf } from './table.ts';

/** The keys of a command: the user's where changed (`''`: none), else the table's. */
export function keysOf(command: Command, changed: { readonly [id: string]: string }): readonly string[] {
  const own = changed[command.id];
  return own === undefined ? command.keys : own === '' ? [] : [own];
}

/** The commands whose keys work in a pane. */
export const commandsIn = (pane: Pane): readonly Command[] =>
  COMMANDS.filter((command) => PANES_OF[command.where].includes(pane));

/** The command that a key (in normal form) means in a pane; `prefix` is the first key of a pair, pressed before. */
export function commandFor(
  key: string,
  pane: Pane,
  prefix: string | null,
  changed: { readonly [id: string]: string } = {},
): Command | null {
  const wanted = prefix === null ? key : `${prefix} ${key}`;
  return commandsIn(pane).find((command) => keysOf(command, changed).includes(wanted)) ?? null;
}

/** Whether a key begins a pair in a pane. */
export const beginsPair = (key: string, pane: Pane, changed: { readonly [id: string]: string } = {}): boolean =>
  commandsIn(pane).some((command) => keysOf(command, changed).some((pair) => pair.startsWith(`${key} `)));

/** What the command would do now; null when it does not apply. */
export function actOf(desk: Desk, command: Command): Act | null {
  const state = desk.store.getState();
  const situation = situationOf(state, newId);
  if (situation) return command.act(situation);
  // Rows marked `always` look at nothing of the situation.
  return command.always ? command.act({ state } as Parameters<Command['act']>[0]) : null;
}

/** Runs a command; says so when it does not apply here. */
function run(desk: Desk, command: Command): void {
  const act = actOf(desk, command);
  if (act) {
    if (perform(desk, act)) desk.set({ did: command.id });
  } else desk.say('refused', { key: 'refused.does not apply', values: { command: command.id } });
}

export function runById(desk: Desk, id: string): void {
  const command = commandOf(id);
  if (command) run(desk, command);
}

/** Does what a key means in a pane. Returns whether it meant something. */
export function press(desk: Desk, key: string, pane: Pane): boolean {
  const { prefix, settings } = desk.store.getState();
  const command = commandFor(key, pane, prefix, settings.keys);
  if (prefix !== null) desk.set({ prefix: null });
  if (command) run(desk, command);
  else if (prefix === null && beginsPair(key, pane, settings.keys)) desk.set({ prefix: key });
  else return prefix !== null;
  return true;
}
