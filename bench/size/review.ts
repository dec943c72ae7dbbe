/** Reviews for the benches of size: an article every so many characters, and edits as people make them. */

import type { Edit } from '../../shared/edits/edit.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { Review } from '../../shared/model/review.ts';

/** Units of a line of the benches' issues, its end included. */
export const LINE = '本报讯 昨日下午，全市春季造林现场会在城北召开。\n';

/** The text as articles of `span` units each, one run of body text in each. */
export function reviewOf(text: string, span: number): Review {
  const starts = Array.from({ length: Math.ceil(text.length / span) }, (_, i) => i * span);
  return {
    length: text.length,
    articles: starts.map((from, i) => ({
      id: `a${i + 1}`,
      state: 'proposed',
      pieces: [{ kind: 'run', from, to: Math.min(from + span, text.length), role: 'body' }],
      credits: [],
      dateline: null,
    })),
    outside: [],
    breaks: starts,
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
    notes: [],
    returned: false,
  };
}

/** Lines from the beginning that the edits are in. */
const EDITED_LINES = 2000;

/** What is supplied is taken away again. */
function editOf(seq: number, articles: number): Edit {
  const from = ((seq * 7919) % EDITED_LINES) * LINE.length + 1;
  const article = `a${(Math.floor(seq / 4) % articles) + 1}`;
  if (seq % 4 === 0) return { kind: 'setMasthead', field: 'pages', value: `${seq}` };
  if (seq % 4 === 1) return { kind: 'supply', article, role: 'headline', id: 's1', text: '题' };
  if (seq % 4 === 2) return { kind: 'removeSupplement', article, id: 's1' };
  return { kind: 'correct', span: { from, to: from + 1 }, text: `${seq}` };
}

/** Every fortieth is an undo of the one before. */
export function* entriesOf(count: number, articles: number): Generator<Entry> {
  for (let seq = 1; seq <= count; seq++) {
    const stamp = { seq, at: '2026-01-02T03:04:05.000Z', by: '周' };
    if (seq % 40 === 0) yield { ...stamp, undo: [seq - 1] };
    else yield { ...stamp, group: seq, edit: editOf(seq, articles) };
  }
}
