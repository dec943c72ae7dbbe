import { describe, expect, it } from 'vitest';
import { segmentToExplain } from './segment.ts';

const TEXT = [
  '全市春季植树活动启动',
  '本报讯（记者 王伟）昨日，全市春季植树活动在东山镇启',
  '动，干部群众一千余人参加，栽下树苗四千余棵，受到了群',
  '众的好评。',
  '',
  '新桥开工建设',
  '本报讯（记者 李强）昨日，横跨清河的新桥开工建设，桥长',
  '三百米，工期两年，建成后将方便两岸居民往来，促进两岸',
  '的经济发展。',
].join('\n');

describe('explain', () => {
  const { segmentation, explain } = segmentToExplain(TEXT);

  it('names the decisions about a line, each with the features that weigh most', () => {
    const at = TEXT.indexOf('新桥');
    const evidence = explain({ from: at, to: at + 2 });
    const [role, ...rest] = evidence;
    expect(role?.rule).toBe('role head');
    expect(role?.stage).toBe('roles');
    expect(rest.length).toBeGreaterThan(0);
    for (const one of evidence) expect(one.span).toMatchObject({ from: at });
  });

  it('gives features that add up towards the decision they are of', () => {
    for (const line of [0, 1, 5, 6]) {
      const at = TEXT.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      const evidence = explain({ from: at, to: at + 1 });
      for (const one of evidence) {
        const [decision] = one.rule.split(': ');
        expect(evidence.some(({ rule }) => rule === decision)).toBe(true);
        expect(Number.isFinite(one.weight)).toBe(true);
      }
    }
  });

  it('has nothing to say of what is no line', () => {
    expect(explain({ from: TEXT.length, to: TEXT.length })).toEqual([]);
    const blank = TEXT.indexOf('\n\n') + 1;
    expect(explain({ from: blank, to: blank })).toEqual([]);
  });

  it('puts every place of the proposal into the evidence with its log-odds', () => {
    const rules = new Set(segmentation.evidence.map(({ rule }) => rule));
    for (const kind of ['start', 'end', 'head']) expect(rules).toContain(`${kind} is right`);
  });
});
