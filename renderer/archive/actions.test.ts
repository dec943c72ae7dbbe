import { describe, expect, it } from 'vitest';
import { createDesk } from '../store/desk.ts';
import { settled, standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { createArchiveActions } from './actions.ts';
import { EVERYTHING, NOTHING } from './selection.ts';

async function archive() {
  const far = standIn(page('a1 body 本报讯 近日，记者在全'));
  const desk = createDesk();
  await desk.connect(far.host);
  await settled();
  return createArchiveActions(desk);
}

describe('a filter', () => {
  it('for what is nobody’s stays when more is asked for, and goes when anybody will do', async () => {
    const { store, setFilter } = await archive();
    setFilter({ assigned: '' });
    setFilter({ text: '清河' });
    expect(store.getState().view.filter).toEqual({ assigned: '', text: '清河' });
    setFilter({ assigned: undefined, text: '' });
    expect(store.getState().view.filter).toEqual({});
  });

  it('that is another takes the selection away', async () => {
    const { store, setFilter, selectAll } = await archive();
    setFilter({ text: '清河' });
    selectAll();
    setFilter({ text: '林和' });
    expect(store.getState()).toMatchObject({ selected: NOTHING, view: { filter: { text: '林和' } } });
    selectAll();
    setFilter({ assigned: '' });
    expect(store.getState()).toMatchObject({ selected: NOTHING, view: { filter: { text: '林和', assigned: '' } } });
  });

  it('that is said again leaves all as it is: Enter, and then the pause after typing', async () => {
    const { store, setFilter, selectAll } = await archive();
    setFilter({ text: '清河' });
    setFilter({ states: ['settled'] });
    selectAll();
    setFilter({ text: '清河' });
    setFilter({ paper: undefined });
    expect(store.getState()).toMatchObject({
      selected: EVERYTHING,
      view: { filter: { text: '清河', states: ['settled'] } },
    });
  });
});
