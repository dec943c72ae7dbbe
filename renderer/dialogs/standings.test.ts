import { describe, expect, it } from 'vitest';
import type { FileId, IssueStanding } from '../../shared/contract/issue.ts';
import { askStandings } from './standings.ts';

const STANDING: IssueStanding = { articles: 3, settled: 1, notes: 0, returned: false };

/** Asks about `count` files, each answer a millisecond; `view` is what is in view after so many answers. */
async function asking(count: number, view: (asked: number) => readonly FileId[] = () => [], until = count) {
  const files = Array.from({ length: count }, (_, i) => `f-${i}`);
  const asked: FileId[] = [];
  const shown: number[] = [];
  await askStandings({
    files,
    inView: () => view(asked.length),
    ask: async (file) => {
      asked.push(file);
      return file === 'f-1' ? null : STANDING;
    },
    show: (known) => void shown.push(known.size),
    isOver: () => asked.length > until,
    now: () => asked.length,
  });
  return { asked, shown };
}

describe('asking how far the reviews of a list are', () => {
  it('asks once about each, in order, and leaves out what can not be said', async () => {
    const { asked, shown } = await asking(4);
    expect(asked).toEqual(['f-0', 'f-1', 'f-2', 'f-3']);
    expect(shown.at(-1)).toBe(3);
  });

  it('asks first about what is in view, also after it was scrolled', async () => {
    const { asked } = await asking(9, (count) => (count < 2 ? ['f-4', 'f-5', 'f-6'] : ['f-7', 'f-8', 'other']));
    expect(asked).toEqual(['f-4', 'f-5', 'f-7', 'f-8', 'f-0', 'f-1', 'f-2', 'f-3', 'f-6']);
  });

  it('shows the first at once, then what came in a tenth of a second, and all at the end', async () => {
    const { shown } = await asking(1000);
    expect(shown[0]).toBe(1);
    expect(shown.length).toBeLessThanOrEqual(12);
    expect(shown.at(-1)).toBe(999);
  });

  it('ends when the list is gone', async () => {
    const { asked, shown } = await asking(9, undefined, 3);
    expect(asked.length).toBe(4);
    expect(shown.length).toBe(1);
  });

  it('asks nothing of an empty list', async () => {
    expect(await asking(0)).toEqual({ asked: [], shown: [] });
  });
});
