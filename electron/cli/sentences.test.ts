import { describe, expect, it } from 'vitest';
import { PROBLEM_KEYS } from '../../shared/contract/contract.ts';
import { problemSentence } from './sentences.ts';

const valuesOf: { readonly [key: string]: { readonly [name: string]: string | number } } = {
  binary: { kind: 'PDF' },
  'too large': { limit: 256 },
  refused: { why: 'the span holds blanks only' },
};

describe('problemSentence', () => {
  it.each(PROBLEM_KEYS)('%s: one sentence, with or without values', (key) => {
    for (const sentence of [problemSentence({ key }), problemSentence({ key, values: valuesOf[key] ?? {} })]) {
      expect(sentence).toMatch(/^[A-Z][^\n]*[a-z0-9]\.$/i);
      expect(sentence).not.toMatch(/undefined|\[object|\$\{/);
    }
  });

  it('uses its values', () => {
    expect(problemSentence({ key: 'binary', values: { kind: 'PDF' } })).toContain('PDF');
    expect(problemSentence({ key: 'too large', values: { limit: 256 } })).toContain('256');
  });

  it('adds a detail that helps, not one that repeats', () => {
    expect(problemSentence({ key: 'not readable', detail: 'EACCES' })).toBe('It cannot be read (EACCES).');
    expect(problemSentence({ key: 'no such file', detail: 'ENOENT' })).toBe('There is no such file.');
  });
});
