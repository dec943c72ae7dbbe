import { describe, expect, it } from 'vitest';
import { issueOf } from '../../shared/model/issue.ts';
import { readEdit } from './edit-lines.ts';

//             line 1: 0–5   line 2: 6–8 (blanks)   line 3: 9–16   line 4: 17
const issue = issueOf('alpha\n  \n  beta \nend\n');

const read = (edit: object) => readEdit(JSON.stringify(edit), issue);
const editOf = (edit: object) => {
  const result = read(edit);
  return result.ok ? result.edit : result.why;
};
const headline = { article: 'a1', role: 'headline' };

describe('readEdit', () => {
  it('takes an edit as the journal has it', () => {
    const edit = { kind: 'assign', span: { from: 0, to: 5 }, to: headline };
    expect(editOf(edit)).toEqual(edit);
  });

  it.each([
    ['a line with its end', [1, 1], { from: 0, to: 6 }],
    ['several lines', [1, 3], { from: 0, to: 17 }],
    ['the last line', [4, 4], { from: 17, to: 21 }],
  ])('assigns %s', (_, lines, span) => {
    expect(editOf({ kind: 'assign', lines, to: { outside: 'furniture' } })).toMatchObject({ span });
    expect(editOf({ kind: 'create', lines, role: 'body', newId: 'a-abcdefgh' })).toMatchObject({ span });
  });

  it('corrects the text of a line, without the blanks around it', () => {
    expect(editOf({ kind: 'correct', lines: [3, 3], text: 'x' })).toMatchObject({ span: { from: 11, to: 15 } });
    expect(editOf({ kind: 'revert', lines: [3, 3] })).toMatchObject({ span: { from: 11, to: 15 } });
  });

  it('finds the places of a credit and a dateline by lines', () => {
    const credit = { role: 'by', name: 'Alpha', lines: [1, 1] };
    expect(editOf({ kind: 'addCredit', article: 'a1', credit })).toMatchObject({
      credit: { span: { from: 0, to: 5 } },
    });
    const dateline = { text: 'BETA', lines: [3, 3] };
    expect(editOf({ kind: 'setDateline', article: 'a1', dateline })).toMatchObject({
      dateline: { span: { from: 11, to: 15 } },
    });
    expect(editOf({ kind: 'setDateline', article: 'a1', dateline: null })).toMatchObject({ dateline: null });
  });

  it('splits and breaks at the first character of a line', () => {
    expect(editOf({ kind: 'split', article: 'a1', line: 3, newId: 'a-abcdefgh' })).toMatchObject({ at: 11 });
    expect(editOf({ kind: 'breakParagraph', line: 1 })).toEqual({ kind: 'breakParagraph', at: 0 });
  });

  it.each([
    ['line 0', { kind: 'assign', lines: [0, 1], to: headline }],
    ['lines the wrong way round', { kind: 'assign', lines: [3, 1], to: headline }],
    ['one number', { kind: 'assign', lines: [3], to: headline }],
    ['half a line', { kind: 'assign', lines: [1.5, 2], to: headline }],
    ['words', { kind: 'assign', lines: '1-3', to: headline }],
    ['a line that is not there', { kind: 'assign', lines: [1, 5], to: headline }],
    ['lines and span', { kind: 'assign', lines: [1, 1], span: { from: 0, to: 1 }, to: headline }],
    ['a place that is not there', { kind: 'breakParagraph', line: 5 }],
    ['line and at', { kind: 'breakParagraph', line: 1, at: 0 }],
    ['line where a span is meant', { kind: 'assign', line: 1, to: headline }],
    ['lines where a place is meant', { kind: 'breakParagraph', lines: [1, 1] }],
    ['an unknown kind', { kind: 'explode', lines: [1, 1] }],
    ['an unknown key', { kind: 'breakParagraph', at: 0, extra: true }],
    ['the internal inverse', { kind: 'restore', articles: {}, layers: {} }],
    ['a role of no name', { kind: 'assign', lines: [1, 1], to: { article: 'a1', role: 'map' } }],
    ['an id with markup', { kind: 'assign', lines: [1, 1], to: { article: 'a1<script>', role: 'body' } }],
    ['no kind', {}],
  ])('refuses %s with a sentence', (_, edit) => expect(editOf(edit)).toMatch(/^[A-Z].*\.$/));

  it.each(['', 'x', '{', '[]', '1', 'null', '"x"', '[{"kind":"breakParagraph","at":0}]'])('refuses %j', (line) => {
    const result = readEdit(line, issue);
    expect(result.ok ? '' : result.why).toMatch(/^It is not .*\.$/);
  });

  it('does not take a prototype for an edit', () => {
    const result = readEdit('{"__proto__": {"kind": "breakParagraph", "at": 0}}', issue);
    expect(result.ok).toBe(false);
  });
});
