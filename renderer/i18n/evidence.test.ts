import { describe, expect, it } from 'vitest';
import { evidenceWords } from './evidence.ts';
import type { Translate } from './words.ts';

const WORDS: { readonly [key: string]: string } = {
  'evidence.role body': 'It is body text',
  'feature.ends stop': 'ends in a full stop',
  'feature.width': 'width',
  'feature.above': 'above',
  'featureAt.after': '{{feature}}, on line +{{n}}',
};

const t: Translate = (key, values = {}) => {
  const keys = typeof key === 'string' ? [key] : key;
  const found = keys.find((one) => WORDS[one] !== undefined);
  const text = found === undefined ? (keys.at(-1) ?? '') : (WORDS[found] ?? '');
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};

describe('evidenceWords', () => {
  it('says a decision as the locale has it, and a rule without words as it is', () => {
    expect(evidenceWords(t, 'role body')).toBe('It is body text');
    expect(evidenceWords(t, 'zh/staff-report')).toBe('zh/staff-report');
  });

  it('puts a feature together of the longest phrases; words without any stay', () => {
    expect(evidenceWords(t, 'role body: ends stop')).toBe('It is body text: ends in a full stop');
    expect(evidenceWords(t, 'role body: width/measure above')).toBe('It is body text: width / measure above');
  });

  it('says how far away the line is that was asked about', () => {
    expect(evidenceWords(t, 'role body: ends stop +1')).toBe('It is body text: ends in a full stop, on line +1');
  });
});
