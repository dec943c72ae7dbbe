import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEAM_FEATURES } from './cuts/features.ts';
import { HEAD_FEATURES } from './page/head-features.ts';
import { LINK_FEATURES } from './page/link-features.ts';
import { LINE_FEATURES } from './roles/features.ts';
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

/** The evidence of one line by its rules. */
function ofLine(text: string, at: number) {
  const evidence = segmentToExplain(text).explain({ from: at, to: at + 1 });
  return { rules: evidence.map(({ rule }) => rule), weights: new Map(evidence.map((e) => [e.rule, e.weight])) };
}

/** Words of all phrases that a locale has for features. */
function phrases(language: string): ReadonlySet<string> {
  const file = new URL(`../../resources/locales/${language}.json`, import.meta.url);
  const { feature } = JSON.parse(readFileSync(file, 'utf8')) as { feature: object }; // renderer/i18n tests its shape
  return new Set(Object.keys(feature).flatMap((phrase) => phrase.split(' ')));
}

describe('the words for features', () => {
  const features = [
    ...LINE_FEATURES.map(({ name }) => name),
    ...SEAM_FEATURES.map(({ name }) => name),
    ...LINK_FEATURES,
    ...HEAD_FEATURES,
  ];

  it.each(['en', 'zh'])('%s has all of them', (language) => {
    const known = phrases(language);
    const words = features.flatMap((name) => name.split(/[ /]/u)).filter((word) => !/^[+-]?\d+$/u.test(word));
    expect([...new Set(words)].filter((word) => !known.has(word))).toEqual([]);
  });
});

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

  it('says what a certain sign adds, and what the lines around do', () => {
    const text = `${TEXT}\n责任编辑 王伟 版式 李强 校对 赵敏\n`;
    const at = text.indexOf('责任编辑');
    const { rules, weights } = ofLine(text, at);
    expect(rules[0]).toBe('role furniture');
    expect(weights.get('role furniture: certain sign')).toBeGreaterThan(2);
    expect(ofLine(TEXT, TEXT.indexOf('动，干部')).weights.has('role body: certain sign')).toBe(false);
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
