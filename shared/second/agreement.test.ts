import { describe, expect, test } from 'vitest';
import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { page } from '../testing/page.ts';
import { agreementOf } from './agreement.ts';

const { issue, review } = page(`
  a1 headline  全市妇女工作会召开
  a1 body      近日，记者在全|市妇女工作会上获悉。
  a2 headline  今冬住上暖心房
  a2 body      入冬以来，盂县|加紧供暖。
`);
const edited = (...edits: readonly Edit[]) =>
  edits.reduce((now, edit) => {
    const applied = apply(issue, now, edit);
    if (!applied.ok) throw new Error(applied.why);
    return applied.review;
  }, review);
const span = (words: string) => ({ from: issue.text.indexOf(words), to: issue.text.indexOf(words) + words.length });

describe('how far two readers agree', () => {
  test('wholly with oneself; nothing is asked of bylines where there are none', () => {
    const { exactArticles, bcubed, headLines, headText, roles, bylineExact } = agreementOf(issue, review, review);
    expect([exactArticles, bcubed, headLines, headText, roles].map(({ value }) => value)).toEqual([1, 1, 1, 1, 1]);
    expect(bylineExact.value).toBeNull();
  });

  test('one line given to the other article spoils both; a name, a headline and a role are seen by themselves', () => {
    const moved = edited({ kind: 'assign', span: span('加紧供暖。'), to: { article: 'a1', role: 'body' } });
    expect(agreementOf(issue, review, moved)).toMatchObject({ exactArticles: { value: 0 }, roles: { value: 1 } });
    const headed = edited({ kind: 'correct', span: span('暖心房'), text: '暖房' });
    expect(agreementOf(issue, review, headed)).toMatchObject({ exactArticles: { value: 1 }, headText: { value: 0.5 } });
    const signed = edited({ kind: 'addCredit', article: 'a1', credit: { role: '记者', name: '冯' } });
    expect(agreementOf(issue, review, signed)).toMatchObject({ bylineExact: { value: 0 }, bylineF1: { value: 0 } });
    const role = edited({ kind: 'assign', span: span('今冬住上暖心房'), to: { article: 'a2', role: 'body' } });
    expect(agreementOf(issue, review, role).roles.value).toBeCloseTo(5 / 6);
  });
});
