import { describe, expect, it } from 'vitest';
import type { Edit } from '../edits/edit.ts';
import type { Entry } from '../journal/entry.ts';
import type { Proposal } from '../proposal.ts';
import { page } from '../testing/page.ts';
import { record } from './script.ts';

const { issue, review } = page(`
  a1 body      本报讯 （记者 冯海砚） 近日，
  a1 body      记者在全市妇女工作会上获悉。
  a1 headline  全市妇女工作会召开
  a2 body      入冬以来，盂县加紧供暖。
  a2 headline  今冬住上暖心房
  -  ad        招聘启事
`);
const proposal: Proposal = { segmenter: 'test', review, doubts: [], candidates: {} };
const source = { name: 'page.txt', sha256: '', encoding: 'utf-8', bom: false, lineEnd: 'lf' } as const;
const at = (text: string) => issue.text.indexOf(text);
const span = (text: string) => ({ from: at(text), to: at(text) + text.length });

/** The statements of a review with these gestures. */
function statements(...gestures: readonly (readonly Edit[] | { undo: number[] })[]): readonly string[] {
  let seq = 0;
  const entries = gestures.flatMap((gesture, group): readonly Entry[] =>
    'undo' in gesture
      ? [{ ...gesture, seq: ++seq, at: '', by: '' }]
      : gesture.map((edit) => ({ edit, group, seq: ++seq, at: '', by: '' })),
  );
  const { script } = record({ issue, proposal, entries, source, file: './page.txt' });
  const lines = script.split('\n').map((line) => line.trim());
  return lines.slice(
    lines.findIndex((line) => line.includes('desk.open')) + 1,
    lines.findIndex((line) => line.includes('toHaveArticles')),
  );
}

describe('a recorded review', () => {
  it('gives lines to an article by lines', () => {
    const edit: Edit = { kind: 'assign', span: span('今冬住上暖心房'), to: { article: 'a1', role: 'headline' } };
    expect(statements([edit])).toEqual(['await desk.line(5).giveTo(desk.articleAt({ line: 1 }));']);
  });

  it('says a role only where giving does not bring it', () => {
    const edit: Edit = { kind: 'assign', span: span('招聘启事'), to: { article: 'a2', role: 'caption' } };
    expect(statements([edit])).toEqual([
      'await desk.line(6).giveTo(desk.articleAt({ line: 4 }));',
      "await desk.line(6).role('caption');",
    ]);
  });

  it('names text within a line by itself', () => {
    const edit: Edit = { kind: 'assign', span: span('盂县加紧供暖'), to: { outside: 'unreadable' } };
    expect(statements([edit])).toEqual(["await desk.line(4).part('盂县加紧供暖').outside('unreadable');"]);
  });

  it('types what was typed, in the field', () => {
    const edit: Edit = { kind: 'correct', span: span('盂'), text: '孟' };
    expect(statements([edit])).toEqual([
      "await desk.articleAt({ line: 4 }).type({ after: '冬以来，', replace: '盂', with: '孟' });",
    ]);
  });

  it('undoes where the editor undid', () => {
    const edit: Edit = { kind: 'merge', article: 'a2', into: 'a1' };
    expect(statements([edit], { undo: [1] })).toEqual([
      'await desk.articleAt({ line: 4 }).mergeInto(desk.articleAt({ line: 1 }));',
      'await desk.undo();',
    ]);
  });

  it('leaves out credits that the byline key reads itself, and keeps others', () => {
    const credit = { role: '记者', name: '冯海砚', span: span('冯海砚') };
    const byline: Edit = {
      kind: 'assign',
      span: span('本报讯 （记者 冯海砚） 近日，'),
      to: { article: 'a1', role: 'byline' },
    };
    expect(statements([byline, { kind: 'addCredit', article: 'a1', credit }])).toEqual([
      "await desk.line(1).role('byline');",
    ]);
    expect(statements([{ kind: 'addCredit', article: 'a1', credit }])).toEqual([
      "await desk.articleAt({ line: 1 }).addCredit({ role: '记者', name: '冯海砚' });",
    ]);
  });

  it('writes notes, returns and hands in', () => {
    const note = { id: 'n-aaaaaaaa', span: span('本报讯 （记者 冯海砚） 近日，'), class: 'minor' as const, text: '查' };
    expect(
      statements([
        { kind: 'addNote', note },
        { kind: 'addNote', note: { ...note, id: 'n-bbbbbbbb', article: 'a1' } },
        { kind: 'setReturned', returned: true },
        { kind: 'setReturned', returned: false },
      ]),
    ).toEqual([
      "await desk.line(1).note({ class: 'minor', text: '查' });",
      "await desk.articleAt({ line: 1 }).note({ class: 'minor', text: '查' });",
      'await desk.returnIssue();',
      'await desk.handIn();',
    ]);
  });

  it('says what no step makes again', () => {
    const edit: Edit = { kind: 'setDateline', article: 'a1', dateline: { text: '本报讯', span: span('本报讯') } };
    const { script, unscripted } = record({
      issue,
      proposal,
      entries: [{ edit, group: 0, seq: 1, at: '', by: '' }],
      source,
      file: './page.txt',
    });
    expect(unscripted).toEqual(['the dateline of desk.articleAt({ line: 1 }) was set']);
    expect(script).toContain('// Not recorded: the dateline of desk');
  });

  it('quotes any text safely', () => {
    const edit: Edit = { kind: 'setMasthead', field: 'paper', value: "x'); process.exit(); ('\n\\" };
    expect(statements([edit])).toEqual([`await desk.setMasthead('paper', 'x\\'); process.exit(); (\\'\\n\\\\');`]);
  });
});
