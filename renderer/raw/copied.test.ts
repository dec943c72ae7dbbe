import { expect, it } from 'vitest';
import { issueOf } from '../../shared/model/issue.ts';
import { copied } from './copied.ts';

const ISSUE = issueOf('第一行\n\n第三行的字\n');

it('copies the text as it is, or each line after its number', () => {
  const whole = { from: 0, to: ISSUE.text.length - 1 };
  expect(copied(ISSUE, [whole], false)).toBe('第一行\n\n第三行的字');
  expect(copied(ISSUE, [whole], true)).toBe('1\t第一行\n2\t\n3\t第三行的字');
});

it('copies parts of lines, and several places below each other', () => {
  const spans = [
    { from: 1, to: 2 },
    { from: 6, to: 8 },
  ];
  expect(copied(ISSUE, spans, true)).toBe('1\t一\n3\t三行');
  expect(copied(ISSUE, [], true)).toBe('');
});
