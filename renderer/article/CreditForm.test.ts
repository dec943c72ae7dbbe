import { expect, test } from 'vitest';
import { changedCredit } from './CreditForm.tsx';

const span = { from: 4, to: 6 };

test('a name that was completed is no longer incomplete', () => {
  expect(changedCredit({ role: '记者', name: '梁', span, incomplete: true }, '记者', '梁㼆')).toEqual({
    role: '记者',
    name: '梁㼆',
    span,
  });
});

test('another role leaves the name as incomplete as it was', () => {
  expect(changedCredit({ role: '作者', name: '梁', span, incomplete: true }, '记者', '梁')).toEqual({
    role: '记者',
    name: '梁',
    span,
    incomplete: true,
  });
});

test('a new credit is supplied: the raw text lacks it', () => {
  expect(changedCredit(undefined, 'by', 'Jane Roe')).toEqual({ role: 'by', name: 'Jane Roe', supplied: true });
});
