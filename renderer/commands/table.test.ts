import { describe, expect, it } from 'vitest';
import { createDesk } from '../store/desk.ts';
import { PANES, type Pane } from '../store/state.ts';
import { settled, standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { beginsPair, commandFor, commandsIn, keysOf, press } from './dispatch.ts';
import { COMMANDS, roleLetter } from './table.ts';

describe('the table', () => {
  it('has no id twice', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(PANES)('has no two commands on one key in the pane %s', (pane) => {
    const taken = new Map<string, string>();
    for (const command of commandsIn(pane)) {
      for (const key of command.keys) {
        expect(taken.get(key), `${key}: ${command.id}`).toBeUndefined();
        taken.set(key, command.id);
      }
    }
  });

  it.each(PANES)('has no command on a key that begins a pair in the pane %s', (pane) => {
    const keys = commandsIn(pane).flatMap((command) => command.keys);
    for (const pair of keys.filter((key) => key.includes(' '))) expect(keys).not.toContain(pair.split(' ')[0]);
  });

  it('has no letter, space or arrow that works in the editor', () => {
    const inEditor = commandsIn('article').flatMap((command) => command.keys);
    for (const key of inEditor) expect(key).toMatch(/^(?:Mod-|(?:Shift-)?F\d+$)/);
  });

  it('uses no key that the browser or a system keeps', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    for (const key of keys)
      expect(key).not.toMatch(/Alt-Shift|Mod-Space|Mod-\.|^Mod-(?:w|t|n|q|r|l|Shift-[tnwi])$|^F(?:5|11|12)$/);
  });

  it('shows a letter for every role', () => {
    expect(['headline', 'body', 'dateline', 'ad', 'section'].map((role) => roleLetter(role as 'ad'))).toEqual([
      'H',
      'T',
      'D',
      'A',
      'S',
    ]);
  });
});

describe('keys', () => {
  it('mean different things in different panes', () => {
    expect(commandFor('Alt-ArrowUp', 'raw', null)?.id).toBe('boundary.up');
    expect(commandFor('Alt-ArrowUp', 'articles', null)?.id).toBe('article.moveUp');
    expect(commandFor('d', 'article', null)).toBeNull();
    expect(commandFor('F8', 'article', null)?.id).toBe('doubt.nextAnywhere');
  });

  it('come in pairs after X', () => {
    expect(beginsPair('x', 'raw')).toBe(true);
    expect(beginsPair('x', 'article')).toBe(false);
    expect(commandFor('a', 'raw', 'x')?.id).toBe('outside.ad');
    expect(commandFor('a', 'raw', null)?.id).toBe('text.give');
  });

  it('can be changed and taken away by the user', () => {
    expect(commandFor('j', 'raw', null, { 'doubt.next': 'j' })?.id).toBe('doubt.next');
    expect(commandFor('d', 'raw', null, { 'doubt.next': 'j' })).toBeNull();
    const [first] = COMMANDS;
    expect(first && keysOf(first, { [first.id]: '' })).toEqual([]);
  });
});

describe('pressing keys', () => {
  const open = async () => {
    const far = standIn(
      page(`
        a1 headline  全市妇女工作会召开
        a1 body      本报讯 近日，记者在全
        -  furniture 第二版
        a2 body      本报讯 市医院成立。
      `),
    );
    const desk = createDesk();
    await desk.connect(far.host);
    await settled();
    const keys = (text: string, pane: Pane = 'raw') => {
      for (const key of text.split(' ')) press(desk, key, pane);
    };
    return { far, keys, state: desk.store.getState, desk };
  };

  it('makes edits: lines marked as an ad, undone again', async () => {
    const { keys, state } = await open();
    keys('ArrowDown Shift-ArrowDown x a');
    expect(state().history?.review.outside).toMatchObject([{ role: 'ad', by: 'editor' }]);
    expect(state().message).toMatchObject({ tone: 'done', key: 'done.role', values: { count: 2, role: 'ad' } });
    keys('Mod-z');
    expect(state().history?.review.outside).toMatchObject([{ role: 'furniture', by: 'rule' }]);
  });

  it('waits after X, and lets go at any other key', async () => {
    const { keys, state } = await open();
    keys('x');
    expect(state().prefix).toBe('x');
    keys('q');
    expect(state().prefix).toBeNull();
    expect(state().history?.seq).toBe(0);
  });

  it('says when a command does not apply', async () => {
    const { keys, state } = await open();
    keys('y');
    expect(state().message).toMatchObject({
      tone: 'refused',
      key: 'refused.does not apply',
      values: { command: 'doubt.accept' },
    });
  });

  it('makes no edit of letters typed in the editor', async () => {
    const { keys, state } = await open();
    keys('h k m n x a', 'article');
    expect(state().history?.seq).toBe(0);
    expect(state().dialog).toBeNull();
  });
});
