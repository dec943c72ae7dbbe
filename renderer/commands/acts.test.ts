import { describe, expect, it } from 'vitest';
import { findArticle } from '../../shared/model/owners.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { createDesk } from '../store/desk.ts';
import { settled, standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { after, ownersByLine, situation } from '../testing/situation.ts';
import { press } from './dispatch.ts';
import { queueOf } from './doubts.ts';
import { selectedSpans } from './parts.ts';
import { movePart, movePartBy } from './pieces.ts';

const PAGE = page(`
  a1 headline  全市妇女工作会召开
  a1 body      第一部分。
  a2 body      别的稿件。
  a1 body      第二部分。
  a2 body      别的又一部分。
  a1 caption   图片说明
`);

async function open(drawn = PAGE) {
  const far = standIn(drawn);
  const desk = createDesk();
  await desk.connect(far.host);
  await settled();
  const keys = (text: string) => {
    for (const key of text.split(' ')) press(desk, key, 'raw');
  };
  const state = desk.store.getState;
  const line = () => {
    const { issue, selection } = state();
    return selection ? issue?.text.slice(selection.span.from, selection.span.to) : undefined;
  };
  const owners = () => {
    const { history } = state();
    return history ? ownersByLine(drawn, history.review) : [];
  };
  return { desk, keys, state, line, owners };
}

describe('several selections', () => {
  it('go into one act and are undone as one', async () => {
    const { keys, owners, state } = await open();
    const before = owners();
    keys('Home ArrowDown i ArrowDown ArrowDown x a');
    expect(owners()).toEqual(['a1 headline', '- ad', 'a2 body', '- ad', 'a2 body', 'a1 caption']);
    expect(state().kept).toEqual([]);
    keys('Mod-z');
    expect(owners()).toEqual(before);
  });

  it('are taken out again by the same key, and all by Esc', async () => {
    const { keys, state } = await open();
    keys('Home i');
    expect(state().kept).toHaveLength(1);
    keys('i');
    expect(state().kept).toEqual([]);
    keys('i ArrowDown i Escape');
    expect(state().kept).toEqual([]);
  });

  it('hold each character once', () => {
    const s = situation(PAGE, 2, 4);
    const [span] = s.selection?.spans ?? [];
    const kept = [{ from: 0, to: (span?.from ?? 0) + 2 }];
    expect(selectedSpans({ ...s, state: { ...s.state, kept } })).toEqual([{ from: 0, to: span?.to }]);
  });
});

describe('the parts of an article', () => {
  const order = (review: typeof PAGE.review) =>
    findArticle(review, 'a1')?.pieces.map((piece) => (piece.kind === 'run' ? PAGE.issue.text[piece.from + 1] : '+'));

  it('are read earlier or later', () => {
    const s = situation(PAGE, 4);
    expect(order(s.review)).toEqual(['市', '一', '二', '片']);
    expect(order(after(s, movePartBy(s, -1)))).toEqual(['市', '二', '一', '片']);
    expect(order(after(s, movePartBy(situation(PAGE, 2), 1)))).toEqual(['市', '二', '一', '片']);
    expect(order(after(s, movePart(s, 'a1', 0, 1)))).toEqual(['市', '二', '一', '片']);
  });

  it('stay at the ends, and heads have their order', () => {
    expect(movePartBy(situation(PAGE, 2), -1)).toBeNull();
    expect(movePartBy(situation(PAGE, 1), 1)).toBeNull();
    expect(movePart(situation(PAGE, 2), 'a1', 0, 9)).toBeNull();
    expect(movePart(situation(PAGE, 2), 'a9', 0, 1)).toBeNull();
  });
});

describe('pieces of the page', () => {
  it('are walked over', async () => {
    const { keys, line } = await open();
    keys('Home Mod-ArrowDown Mod-ArrowDown');
    expect(line()).toBe('别的稿件。');
    keys('Mod-ArrowUp');
    expect(line()).toBe('第一部分。');
  });
});

const doubt = (id: string, line: number, confidence: number): Doubt => ({
  id,
  kind: 'boundary',
  span: situation(PAGE, line).selection?.span ?? { from: 0, to: 0 },
  articles: ['a1'],
  why: { key: id },
  confidence,
  other: [],
  evidence: [],
});
const DOUBTS = [doubt('first', 2, 0.9), doubt('second', 3, 0.4), doubt('third', 5, 0.6)];
const DOUBTED = { ...PAGE, proposal: { ...PAGE.proposal, doubts: DOUBTS } };

describe('the queue of doubts', () => {
  it('goes down the page, or from the most doubtful on', async () => {
    const { keys, state } = await open(DOUBTED);
    const walk = (n: number) => {
      const seen: (string | null)[] = [];
      for (let i = 0; i < n; i++) {
        keys('d');
        seen.push(state().doubt);
      }
      return seen;
    };
    keys('Home');
    expect(walk(4)).toEqual(['first', 'second', 'third', 'first']);
    keys('Escape Shift-o');
    await settled();
    expect(queueOf(state()).map(({ id }) => id)).toEqual(['second', 'third', 'first']);
    expect(walk(4)).toEqual(['second', 'third', 'first', 'second']);
    keys('Shift-d');
    expect(state().doubt).toBe('first');
  });

  it('goes on where it was when one is settled, whatever the order', async () => {
    const { keys, state } = await open(DOUBTED);
    keys('Shift-o');
    await settled();
    keys('d y');
    expect(state().doubt).toBe('third');
    keys('y');
    expect(state().doubt).toBe('first');
    keys('y');
    expect(state().doubt).toBeNull();
    expect(state().history?.review.doubtsSettled).toEqual({ second: 'accepted', third: 'accepted', first: 'accepted' });
  });

  it('keeps what was settled when the issue is segmented again', async () => {
    const { keys, desk, state } = await open(DOUBTED);
    keys('Home d y');
    expect(desk.edit([{ kind: 'propose', proposal: DOUBTED.proposal }])).toBe(true);
    expect(queueOf(state()).map(({ id }) => id)).toEqual(['second', 'third']);
  });
});
