import { describe, expect, it } from 'vitest';
import { lineText } from '../../shared/model/lines.ts';
import { page } from '../testing/page.ts';
import { after, ownersByLine, situation } from '../testing/situation.ts';
import { nudge } from './boundaries.ts';
import type { Situation } from './command.ts';
import { dragBoundary, dragLink } from './drag.ts';

const PAGE = page(`
  -  furniture 第二版
  a1 headline  全市妇女工作会召开
  a1 body      本报讯 近日，记者在全
  a1 body      市妇女工作会上获悉。
  a2 body      本报讯 市医院成立。
  a2 body      新院今日开诊。
  a2 kicker    便民
  a2 headline  市医院成立
  a3 body      本报讯 冯海砚报道。
`);
const BEFORE = ownersByLine(PAGE, PAGE.review);
const start = (line: number) => lineText(PAGE.issue.text, PAGE.issue.lines, line)?.from ?? -1;
/** The lines that changed hands, with who has them now. */
const changed = (s: Situation, act: ReturnType<typeof dragLink>) => {
  const now = ownersByLine(PAGE, after(s, act));
  return Object.fromEntries(now.flatMap((owner, i) => (owner === BEFORE[i] ? [] : [[i + 1, owner]])));
};
const here = situation(PAGE, 1);

describe('dragging a boundary', () => {
  it('is nudging it by so many lines', () => {
    const once = situation(PAGE, 5);
    expect(changed(here, dragBoundary(here, start(5), start(6)))).toEqual(changed(once, nudge(once, 1, 'line')));
    expect(changed(here, dragBoundary(here, start(5), start(4)))).toEqual(changed(once, nudge(once, -1, 'line')));
    expect(changed(here, dragBoundary(here, start(5), start(3)))).toEqual({ 3: 'a2 body', 4: 'a2 body' });
  });

  it('passes over whole runs', () => {
    expect(changed(here, dragBoundary(here, start(5), start(9)))).toEqual({
      5: 'a1 body',
      6: 'a1 body',
      7: 'a1 body',
      8: 'a1 body',
    });
  });

  it('does nothing where it stood, at the first line and where no run begins', () => {
    expect(dragBoundary(here, start(5), start(5))).toBeNull();
    expect(dragBoundary(here, start(1), start(2))).toBeNull();
    expect(dragBoundary(here, start(6), start(8))).toBeNull();
  });
});

describe('dragging a link', () => {
  it('gives the whole head to the article it is dropped on', () => {
    expect(changed(here, dragLink(here, start(8), start(9)))).toEqual({ 7: 'a3 kicker', 8: 'a3 headline' });
    expect(changed(here, dragLink(here, start(7), start(9)))).toEqual({ 7: 'a3 kicker', 8: 'a3 headline' });
  });

  it('gives a body by itself', () => {
    expect(changed(here, dragLink(here, start(5), start(9)))).toEqual({ 5: 'a3 body', 6: 'a3 body' });
  });

  it('does nothing outside of articles and on its own', () => {
    expect(dragLink(here, start(8), start(1))).toBeNull();
    expect(dragLink(here, start(8), start(5))).toBeNull();
  });

  it('leaves alone what was set aside', () => {
    const first = { from: start(3), to: start(3) + 2 };
    const kept = situation(PAGE, 1, 1, { kept: [first] });
    expect(changed(kept, dragLink(kept, start(8), start(9)))).toEqual({ 7: 'a3 kicker', 8: 'a3 headline' });
  });
});
