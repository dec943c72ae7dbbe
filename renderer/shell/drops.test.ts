import { describe, expect, it } from 'vitest';
import { droppedWords } from './drops.ts';

describe('files dropped on the window', () => {
  it('are named, with the way to open them that there is', () => {
    expect(droppedWords(['日报.txt'], false)).toEqual({
      key: 'open.droppedStart',
      values: { name: '日报.txt', count: 1 },
    });
    expect(droppedWords(['a.txt', 'b.txt'], true)).toEqual({
      key: 'open.droppedPick',
      values: { name: 'a.txt', count: 2 },
    });
  });
});
