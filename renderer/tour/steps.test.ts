import { describe, expect, it } from 'vitest';
import en from '../../resources/locales/en.json' with { type: 'json' };
import zh from '../../resources/locales/zh.json' with { type: 'json' };
import { COMMANDS } from '../commands/table.ts';
import { TOUR } from './steps.ts';

describe('the tour', () => {
  it('names commands that have a key', () => {
    const withKeys = COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id }) => id);
    for (const id of TOUR.flatMap(({ commands }) => commands)) expect(withKeys).toContain(id);
  });

  it.each([
    ['English', en],
    ['Chinese', zh],
  ])('has a title and words for each step, and no others, in %s', (_, { tour }) => {
    expect(Object.keys(tour.steps)).toEqual(TOUR.map(({ id }) => id));
    for (const { title, text } of Object.values(tour.steps)) expect(title.length < text.length).toBe(true);
  });
});
