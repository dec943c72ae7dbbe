import { describe, expect, it } from 'vitest';
import { page } from '../testing/page.ts';
import { type Look, shownText, strokesOf } from './decor.ts';

const { issue, review } = page(`
  a1 body 梁 ，记\ufffd者近日获悉。
`);
const look = (more: Partial<Look> = {}): Look => ({ review, credits: [], selected: null, ...more });
const row = { from: 0, to: issue.text.length - 1 };
const kinds = (l: Look) =>
  strokesOf(issue.text, row, l).map(({ text, from: _, ...marks }) => [text, Object.keys(marks).join(' ')]);

describe('strokes', () => {
  it('mark a private use or lost glyph', () => {
    expect(kinds(look())).toEqual([
      ['梁 ，记', ''],
      ['\ufffd', 'lost'],
      ['者近日获悉。', ''],
    ]);
  });

  it('mark corrections, insertions between characters, credits and selected characters', () => {
    const corrections = [
      { span: { from: 1, to: 2 }, text: '', by: 'machine' },
      { span: { from: 6, to: 6 }, side: 'before' as const, text: '们', by: 'Li' },
    ];
    const credits = [{ role: '作者', name: '近日', span: { from: 6, to: 8 } }];
    expect(kinds(look({ review: { ...review, corrections }, credits, selected: { from: 7, to: 9 } }))).toEqual([
      ['梁', ''],
      [' ', 'corrected'],
      ['，记', ''],
      ['\ufffd', 'lost'],
      ['者', ''],
      ['', 'corrected'],
      ['近', 'credit'],
      ['日', 'credit selected'],
      ['获', 'selected'],
      ['悉。', ''],
    ]);
  });

  it('tell the owners apart where a line has several', () => {
    const two = {
      ...review,
      articles: [
        { ...review.articles[0], id: 'a1', pieces: [{ kind: 'run', from: 0, to: 4, role: 'body' }] },
        { ...review.articles[0], id: 'a2', pieces: [{ kind: 'run', from: 4, to: issue.text.length, role: 'body' }] },
      ],
    } as typeof review;
    const strokes = strokesOf(issue.text, row, look({ review: two }));
    expect(strokes.map(({ owner }) => owner)).toEqual(['a1', 'a2', 'a2']);
  });

  it('take blanks before a line for nobody: they belong to the run above', () => {
    const indented = page(`
      a1 body 一
      a2 body 二
    `);
    const text = indented.issue.text.replace('二', ' 二');
    const [a, b] = indented.review.articles;
    const shifted = {
      ...indented.review,
      length: text.length,
      articles: [
        { ...a, pieces: [{ kind: 'run', from: 0, to: 3, role: 'body' }] },
        { ...b, pieces: [{ kind: 'run', from: 3, to: text.length, role: 'body' }] },
      ],
    } as typeof review;
    const strokes = strokesOf(text, { from: 2, to: 4 }, look({ review: shifted }));
    expect(strokes.map(({ owner }) => owner)).toEqual([undefined]);
  });

  it('hold the row, character by character', () => {
    expect(
      strokesOf(issue.text, row, look())
        .map(({ text }) => text)
        .join(''),
    ).toBe(issue.text.slice(0, -1));
  });

  it('show control characters in their own width, and half pairs as lost', () => {
    expect(shownText('a\u0000b\u001b\u007f\ud800')).toBe('a\u2400b\u241b\u2421\ufffd');
    expect(shownText('tab\there')).toBe('tab\there');
    expect(shownText('a\u202eb\u2069\u0085')).toBe('a\u2426b\u2426\u2426');
  });
});
