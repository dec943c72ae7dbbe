import { describe, expect, it } from 'vitest';
import { lineSpan } from '../../shared/model/lines.ts';
import type { Selection } from '../store/state.ts';
import { START } from '../store/state.ts';
import { page } from '../testing/page.ts';
import { situation } from '../testing/situation.ts';
import { selecting } from './selecting.ts';
import { grow, moveInLine, moveLines, moveToEnd, selectLineAt, selectSpan, shrink } from './selection.ts';
import { characterSpan, segmentsOf } from './units.ts';

const PAPER = page(`
  a1 headline  全市妇女工作会召开
  a1 body    ¶ 本报讯 近日，记者在全
  a1 body
  a1 body      市妇女工作会上获悉。
  a1 body    ¶ 会议要求
  -  furniture 第二版
  a1 body    ¶ 会后座谈。
  a2 body      左栏文字     右栏文字
`);
const text = (selection: Selection | null) =>
  selection?.spans.map(({ from, to }) => PAPER.issue.text.slice(from, to).replaceAll('\n', '|'));
const at = (line: number): Selection => {
  const selection = selectLineAt(PAPER, lineSpan(PAPER.issue.lines, line).from);
  if (!selection) throw new RangeError(`line ${line} is blank, and so is all below`);
  return selection;
};
const times = (n: number, move: (s: Selection) => Selection | null, start: Selection) => {
  let selection = start;
  for (let i = 0; i < n; i++) selection = move(selection) ?? selection;
  return selection;
};

describe('extending over runs', () => {
  const command = (id: string) => selecting.find((one) => one.id === `select.${id}`)?.act;
  const extended = (id: string, from: number) => {
    const act = command(id)?.({ ...situation(PAPER, from), state: START });
    return text(act?.select ?? null);
  };

  it('goes to the end or the start of the run, from there over the next', () => {
    expect(extended('extendRunDown', 2)).toEqual(['本报讯 近日，记者在全||市妇女工作会上获悉。|会议要求']);
    expect(extended('extendRunDown', 5)).toEqual(['会议要求|第二版']);
    expect(extended('extendRunUp', 5)).toEqual(['本报讯 近日，记者在全||市妇女工作会上获悉。|会议要求']);
    expect(extended('extendRunUp', 2)).toEqual(['全市妇女工作会召开|本报讯 近日，记者在全']);
    expect(extended('extendRunDown', 8)).toBeUndefined();
  });

  it('passes over runs that are folded away', () => {
    const extend = command('extendRunDown');
    const folded = extend?.({ ...situation(PAPER, 5), state: { ...START, foldOutside: true } });
    expect(text(folded?.select ?? null)).not.toContain('会议要求|第二版');
  });
});

describe('going from head to head', () => {
  it('passes over texts and what is outside, and stops where there is none', () => {
    const drawn = page(`
      a1 headline  全市妇女工作会召开
      a1 byline    记者 冯海砚
      a1 body      本报讯 近日，记者在全
      -  furniture 第二版
      a2 body      会后座谈。
      a2 caption   图片说明
    `);
    const go = (id: string, from: number) => {
      const act = selecting.find((one) => one.id === `select.${id}`)?.act({ ...situation(drawn, from), state: START });
      return act?.select ? drawn.issue.text.slice(act.select.span.from, act.select.span.to) : null;
    };
    expect([1, 2, 3, 6].map((line) => go('nextHead', line))).toEqual(['记者 冯海砚', '图片说明', '图片说明', null]);
    expect([6, 4, 1].map((line) => go('previousHead', line))).toEqual(['记者 冯海砚', '记者 冯海砚', null]);
  });
});

describe('moving over lines', () => {
  it('passes over blank lines', () => {
    expect(text(moveLines(PAPER, at(2), 1))).toEqual(['市妇女工作会上获悉。']);
    expect(text(moveLines(PAPER, at(4), -1))).toEqual(['本报讯 近日，记者在全']);
  });

  it('stays on the first and last line', () => {
    expect(text(moveLines(PAPER, at(1), -1))).toEqual(['全市妇女工作会召开']);
    expect(text(moveLines(PAPER, at(8), 5))).toEqual(['左栏文字     右栏文字']);
  });

  it('extends from where it began, in both directions', () => {
    const down = times(2, (s) => moveLines(PAPER, s, 1, { extend: true }), at(4));
    expect(text(down)).toEqual(['市妇女工作会上获悉。|会议要求|第二版']);
    const up = times(3, (s) => moveLines(PAPER, s, -1, { extend: true }), down);
    expect(text(up)).toEqual(['本报讯 近日，记者在全||市妇女工作会上获悉。']);
  });

  it('passes over folded lines', () => {
    const furniture = lineSpan(PAPER.issue.lines, 6).from;
    expect(text(moveLines(PAPER, at(5), 1, { isFolded: (line) => line.from === furniture }))).toEqual(['会后座谈。']);
  });

  it('goes on below what was selected as a whole', () => {
    const block = grow(PAPER, at(2));
    expect(text(block && moveLines(PAPER, block, 1))).toEqual(['会议要求']);
  });

  it('goes to the ends of the issue', () => {
    expect(text(moveToEnd(PAPER, at(4), 1, false))).toEqual(['左栏文字     右栏文字']);
    expect(text(moveToEnd(PAPER, at(4), -1, true))?.[0]).toMatch(/^全市.*获悉。$/);
  });
});

describe('growing', () => {
  it('goes from line to block, run, article and page', () => {
    const steps = [1, 2, 3, 4].map((n) => text(times(n, (s) => grow(PAPER, s), at(2))));
    expect(steps).toEqual([
      ['本报讯 近日，记者在全||市妇女工作会上获悉。'],
      ['本报讯 近日，记者在全||市妇女工作会上获悉。|会议要求'],
      ['全市妇女工作会召开', '本报讯 近日，记者在全||市妇女工作会上获悉。|会议要求', '会后座谈。'],
      [PAPER.issue.text.trimEnd().replaceAll('\n', '|')],
    ]);
    expect(
      grow(
        PAPER,
        times(4, (s) => grow(PAPER, s), at(2)),
      ),
    ).toBeNull();
  });

  it('passes over units that add nothing', () => {
    expect(text(grow(PAPER, at(6)))).toEqual([PAPER.issue.text.trimEnd().replaceAll('\n', '|')]);
  });

  it('shrinks back the same way, to the character', () => {
    const article = times(3, (s) => grow(PAPER, s), at(2));
    expect([1, 2, 3, 4].map((n) => times(n, (s) => shrink(PAPER, s), article).unit)).toEqual([
      'run',
      'block',
      'line',
      'character',
    ]);
    expect(shrink(PAPER, selectSpan(characterSpan(PAPER, 0), 'character'))).toBeNull();
  });
});

describe('inside a line', () => {
  it('chooses a segment where the line is laid out in columns', () => {
    expect(text(moveInLine(PAPER, at(8), 1))).toEqual(['左栏文字']);
    expect(text(times(2, (s) => moveInLine(PAPER, s, 1), at(8)))).toEqual(['右栏文字']);
    expect(text(moveInLine(PAPER, at(8), -1))).toEqual(['右栏文字']);
  });

  it('does not take the blank between title parts for a gutter', () => {
    const line = at(2).span;
    expect(segmentsOf(PAPER, line)).toEqual([line]);
  });

  it('chooses characters where it is not, and extends them', () => {
    expect(text(moveInLine(PAPER, at(1), 1))).toEqual(['全']);
    expect(text(moveInLine(PAPER, at(1), -1))).toEqual(['开']);
    const first = times(1, (s) => moveInLine(PAPER, s, 1), at(1));
    expect(text(times(2, (s) => moveInLine(PAPER, s, 1, true), first))).toEqual(['全市妇']);
    expect(moveInLine(PAPER, first, -1)).toBeNull();
  });

  it('takes whole characters: pairs, and letters with their marks', () => {
    const odd = page('a1 body 𠮷e\u0301x');
    const spans = [0, 1, 2, 3, 4].map((i) => {
      const { from, to } = characterSpan(odd, i);
      return odd.issue.text.slice(from, to);
    });
    expect(spans).toEqual(['𠮷', '𠮷', 'e\u0301', 'e\u0301', 'x']);
  });
});
