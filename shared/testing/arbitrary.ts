/** Random pages and edits for the laws (fast-check). */
import fc from 'fast-check';
import type { Edit } from '../edits/edit.ts';
import { ownersOf } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { ARTICLE_ROLES, OUTSIDE_ROLES } from '../model/roles.ts';
import { type Page, page } from './page.ts';

const words = [
  '本报讯',
  '近日，',
  '吕梁市',
  '民生。',
  '（记者 罗丽）',
  '3月 14日',
  'the vote',
  'Ottawa,',
  'co-',
  'end.',
  '𠮷野',
  '  ',
  'a',
  '”',
];

const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const row = fc.record({
  owner: fc.constantFrom('a1', 'a2', 'a3', '-'),
  role: fc.constantFrom('body', 'body', 'body', 'headline', 'caption', 'byline', 'kicker', 'lede'),
  out: fc.constantFrom(...OUTSIDE_ROLES),
  lines: fc.array(fc.tuple(fc.boolean(), line), { minLength: 1, maxLength: 4 }),
});

/** A page of a few runs, every one beginning with a character that shows. */
export const arbitraryPage: fc.Arbitrary<Page> = fc.array(row, { minLength: 1, maxLength: 7 }).map((rows) =>
  page(
    rows
      .map(({ owner, role, out, lines }) => {
        const printed = lines.map(
          ([isBreak, text], i) =>
            `${isBreak && i > 0 ? '¶' : ''}${i === 0 || isBreak ? text.replace(/^\s+/, '') || '首' : text}`,
        );
        return `${owner} ${owner === '-' ? out : role} ${printed.join('|')}`;
      })
      .join('\n'),
  ),
);

/** Numbers from which `editFrom` makes an edit that fits the review it meets. */
export const arbitraryDraws = fc.array(fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }), {
  minLength: 1,
  maxLength: 25,
});

/** An edit about things that exist, mostly; a share of them is refused, which is part of the law. */
export function editFrom(issue: Issue, review: Review, draw: readonly number[], serial: number): Edit {
  const [kind = 0, a = 0, b = 0, c = 0, d = 0, e = 0] = draw;
  const at = (n: number) => n % (issue.text.length + 1);
  const [x, y] = [at(a), at(b)].sort((m, n) => m - n) as [number, number];
  const runs = ownersOf(review).runs;
  const run = runs[c % Math.max(runs.length, 1)];
  const span = d % 3 === 0 && run ? { from: run.from, to: run.to } : { from: x, to: Math.min(y, x + 40) };
  const article = review.articles[e % Math.max(review.articles.length, 1)]?.id ?? 'a1';
  const other = review.articles[d % Math.max(review.articles.length, 1)]?.id ?? 'a1';
  const newId = `a-${serial
    .toString(32)
    .replace(/[0189]/g, 'a')
    .replace(/[^a-z2-7]/g, 'b')
    .padStart(8, 'a')}`;
  const role = ARTICLE_ROLES[c % ARTICLE_ROLES.length] ?? 'body';
  const place = { from: x, to: Math.min(x + (c % 4), issue.text.length) };
  const text = ['', '字', 'ab', '𠮷', 'x\ny', '\u2060', ' '][d % 7] ?? '';
  const side = c % 2 ? ('after' as const) : ('before' as const);
  const corrected = review.corrections[c % Math.max(review.corrections.length, 1)];
  const note = review.notes[a % Math.max(review.notes.length, 1)]?.id ?? 'n-aaaaaaaa';
  switch (kind % 21) {
    case 0:
    case 1:
      return { kind: 'assign', span, to: { article, role } };
    case 2:
      return { kind: 'assign', span, to: { outside: OUTSIDE_ROLES[c % OUTSIDE_ROLES.length] ?? 'ad' } };
    case 3:
      return { kind: 'create', span, role, newId };
    case 4:
      return { kind: 'split', article, at: run ? run.from + (a % (run.to - run.from)) : x, newId };
    case 5:
      return { kind: 'merge', article, into: other };
    case 6:
      return c % 3 ? { kind: 'movePiece', article, from: a % 5, to: b % 5 } : arrangement(review, article, a, b);
    case 7:
      return { kind: 'moveArticle', article, before: c % 3 ? other : null };
    case 8:
      return { kind: 'breakParagraph', at: x };
    case 9:
      return { kind: 'joinParagraphs', at: review.breaks[a % Math.max(review.breaks.length, 1)] ?? x };
    case 10:
    case 11:
      return { kind: 'correct', span: place, ...(place.from === place.to && { side }), text };
    case 12:
      return corrected
        ? { kind: 'revert', span: corrected.span, ...(corrected.side && { side: corrected.side }) }
        : { kind: 'correct', span: place, text };
    case 13:
      return {
        kind: 'supply',
        ...(a % 7 === 0 ? { article: newId, isNew: true } : { article }),
        role,
        id: `s${a % 3}`,
        text: text || '补题',
      };
    case 14:
      return { kind: 'removeSupplement', article, id: `s${a % 3}` };
    case 15:
      return { kind: 'addCredit', article, credit: { role: '记者', name: '罗丽', span: place } };
    case 16:
      return { kind: 'addNote', note: { id: `n${newId.slice(1)}`, span, class: 'major', text: text || '查证' } };
    case 17:
      return [
        { kind: 'closeNote' as const, id: note, answer: text },
        { kind: 'reopenNote' as const, id: note },
        { kind: 'removeNote' as const, id: note },
        { kind: 'setNote' as const, id: note, class: 'minor' as const, text },
      ][b % 4] as Edit; // one of four
    case 18:
      return { kind: 'setReturned', returned: c % 2 === 0 };
    case 19:
      return {
        kind: 'correctAll',
        corrections: [
          { span: place, ...(place.from === place.to && { side }), text },
          { span: { from: place.to + 2, to: place.to + 3 }, text: '字' },
        ],
        by: '王',
      };
    default:
      return { kind: 'setState', article, state: c % 2 ? 'settled' : 'in review' };
  }
}

/** Its pieces with one of them parted at `at` of the text, if it is there, and two of the parts exchanged. */
function arrangement(review: Review, article: string, at: number, by: number): Edit {
  const pieces = review.articles.find(({ id }) => id === article)?.pieces ?? [];
  const parts = pieces.flatMap((piece): Extract<Edit, { kind: 'arrange' }>['parts'] => {
    if (piece.kind === 'supplement') return [{ supplement: piece.id }];
    const cut = piece.from + 1 + (at % Math.max(piece.to - piece.from, 1));
    return cut < piece.to
      ? [
          { from: piece.from, to: cut },
          { from: cut, to: piece.to },
        ]
      : [{ from: piece.from, to: piece.to }];
  });
  const moved = parts.splice(by % Math.max(parts.length, 1), 1);
  return { kind: 'arrange', article, parts: [...parts, ...moved] };
}
