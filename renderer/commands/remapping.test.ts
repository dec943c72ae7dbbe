import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { refusalOf, withKey, withoutChange } from './remapping.ts';
import { COMMANDS, commandOf } from './table.ts';

const command = (id: string): Command => {
  const found = commandOf(id);
  if (!found) throw new RangeError(id);
  return found;
};
const doubtNext = command('doubt.next');

describe('another key for a command', () => {
  it('is refused where another command of the same panes has it', () => {
    expect(refusalOf(doubtNext, 'y', {})).toEqual({ why: 'taken', by: 'doubt.accept' });
    expect(refusalOf(doubtNext, 'Mod-k', {})).toEqual({ why: 'taken', by: 'desk.palette' });
    // ↓ moves lines in the raw pane, cards in the list.
    expect(refusalOf(command('boundary.up'), 'Alt-ArrowUp', {})).toBeNull();
  });

  it('is refused where it begins a pair, or is a pair that a key begins', () => {
    expect(refusalOf(doubtNext, 'x', {})).toMatchObject({ why: 'taken' });
    expect(refusalOf(doubtNext, 'd j', {})).toBeNull();
    expect(refusalOf(doubtNext, 'a j', {})).toEqual({ why: 'taken', by: 'text.give' });
  });

  it('is refused where it would type, or the browser keeps it', () => {
    expect(refusalOf(command('text.undo'), 'j', {})).toEqual({ why: 'types' });
    expect(refusalOf(doubtNext, 'Mod-w', {})).toEqual({ why: 'kept' });
    expect(refusalOf(doubtNext, 'Tab', {})).toEqual({ why: 'kept' });
  });

  it('is free once the other has another', () => {
    expect(refusalOf(doubtNext, 'y', { 'doubt.accept': 'j' })).toBeNull();
    expect(refusalOf(doubtNext, 'j', { 'doubt.accept': 'j' })).toMatchObject({ by: 'doubt.accept' });
  });

  it('is a change until it is the own one again', () => {
    const changed = withKey(doubtNext, 'j', {});
    expect(changed).toEqual({ 'doubt.next': 'j' });
    expect(withKey(doubtNext, 'd', changed)).toEqual({});
    expect(withKey(doubtNext, '', {})).toEqual({ 'doubt.next': '' });
  });

  it('goes back to the table’s only while nobody has taken that', () => {
    expect(withoutChange(doubtNext, { 'doubt.next': 'j' })).toEqual({});
    expect(withoutChange(doubtNext, { 'doubt.next': 'j', 'doubt.accept': 'd' })).toBeNull();
  });

  it('finds nothing to refuse in the table itself', () => {
    const refused = COMMANDS.flatMap((one) =>
      one.keys.filter((key) => refusalOf(one, key, {})).map((key) => `${one.id} ${key}`),
    );
    expect(refused).toEqual([]);
  });
});
