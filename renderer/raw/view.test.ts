import { describe, expect, it } from 'vitest';
import { lineSpan } from '../../shared/model/lines.ts';
import { page } from '../testing/page.ts';
import { HALF_AND_FULL } from './advance.ts';
import { type Ghost, ghostsOf, ghostWords } from './ghosts.ts';
import { layRows, rowSpan } from './rows.ts';
import { type Folding, indexOf, itemAt, type View, viewOf } from './view.ts';

const PAGE = page(`
  a1 body      本报讯 近日，记者在全
  -  furniture
  a1 body      市妇女工作会上获悉。
  -  furniture 第二版
  a2 body      本报讯 市医院成立。
  a1 headline  全市妇女工作会召开
  a2 headline  市医院成立
  a3 headline  煤价走低
  a3 body      新华社电 煤价走低。
`);
const ALL: Folding = { blank: false, outside: false, only: null };
const rows = layRows(PAGE.issue, 20, HALF_AND_FULL);

/** The view as a person sees it, ghosts with their arrows. */
const seen = (view: View) =>
  Array.from({ length: view.count }, (_, i) => {
    const item = itemAt(view, i);
    if ('ghost' in item) return `${item.ghost.kind === 'head' ? '⇠' : '⇢'} ${ghostWords(PAGE.issue, item.ghost).text}`;
    const { from, to } = rowSpan(rows, item.row);
    return PAGE.issue.text.slice(from, to);
  });

describe('ghosts', () => {
  it('stand above a body whose head is elsewhere and after a head whose body is', () => {
    const lineOf = (ghost: Ghost) => ghostWords(PAGE.issue, ghost).line;
    expect(ghostsOf(PAGE.issue, PAGE.review).map((ghost) => [ghost.kind, ghost.article, lineOf(ghost)])).toEqual([
      ['head', 'a1', 6],
      ['head', 'a2', 7],
      ['body', 'a1', 1],
      ['body', 'a2', 5],
    ]);
  });

  it('are none where head and body stand together, or one of them is missing', () => {
    const { issue, review } = page(`
      a1 headline  煤价走低
      a1 body      新华社电 煤价走低。
      a2 body      没有标题的稿件。
      a3 headline  没有正文的标题
    `);
    expect(ghostsOf(issue, review)).toEqual([]);
  });

  it('are cut short at a whole character', () => {
    const { issue, review } = page(`
      a1 headline ${'𠮷'.repeat(50)}
      a2 body     没有标题的稿件。
      a1 body     正文。
    `);
    const [ghost] = ghostsOf(issue, review).filter(({ kind }) => kind === 'head');
    const words = ghost ? ghostWords(issue, ghost).text : '';
    expect(words.endsWith('𠮷…')).toBe(true);
    expect(words.isWellFormed()).toBe(true);
  });
});

describe('the view', () => {
  it('shows all rows, ghosts between them', () => {
    expect(seen(viewOf(rows, PAGE.review, ALL))).toEqual([
      '⇠ 全市妇女工作会召开',
      '本报讯 近日，记者在全',
      '',
      '市妇女工作会上获悉。',
      '第二版',
      '⇠ 市医院成立',
      '本报讯 市医院成立。',
      '全市妇女工作会召开',
      '⇢ 本报讯 近日，记者在全',
      '市医院成立',
      '⇢ 本报讯 市医院成立。',
      '煤价走低',
      '新华社电 煤价走低。',
    ]);
  });

  it('folds blank lines, furniture, and all but one article', () => {
    const folded = seen(viewOf(rows, PAGE.review, { blank: true, outside: true, only: null }));
    expect(folded).not.toContain('');
    expect(folded).not.toContain('第二版');
    expect(seen(viewOf(rows, PAGE.review, { ...ALL, only: 'a2' }))).toEqual([
      '⇠ 市医院成立',
      '本报讯 市医院成立。',
      '市医院成立',
      '⇢ 本报讯 市医院成立。',
    ]);
  });

  it('finds the item of every line, in every folding', () => {
    for (const folding of [ALL, { ...ALL, blank: true }, { ...ALL, outside: true }]) {
      const view = viewOf(rows, PAGE.review, folding);
      for (const number of [1, 3, 5, 6, 7, 8, 9]) {
        const item = itemAt(view, indexOf(view, lineSpan(PAGE.issue.lines, number).from));
        expect(item).toEqual({ row: number - 1 });
      }
    }
  });
});
