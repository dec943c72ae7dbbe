import { describe, expect, it } from 'vitest';
import { EN } from '../../languages/en/names.ts';
import { creditsInWestern } from './western-text.ts';

const read = (text: string): readonly string[] =>
  creditsInWestern(text, EN).map((c) => {
    expect(text.slice(c.from, c.to)).toContain(c.name.split(' ')[0]);
    return `${c.role} ${c.name}`;
  });

describe('names in English text', () => {
  it.each<[string, readonly string[]]>([
    ['The grandfather was Blaze. — Staff Photo by H. M. Dean Jr. Picture, Page 5A', ['photo H. M. Dean Jr.']],
    ['Boats at the pier. (AP Photo/Ann Lee)', ['photo Ann Lee']],
    ['Photo by Rosa Reed', ['photo Rosa Reed']],
    ['the bank said. — George Fitzgerald', ['by George Fitzgerald']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    'The photo by the river was taken at noon',
    'a photo finish in the third race',
    'He said the price — George thought — was high',
    'It was signed by John Smith',
  ])('none in: %s', (text) => expect(read(text)).toEqual([]));
});
