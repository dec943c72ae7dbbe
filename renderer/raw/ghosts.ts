/**
 * Ghost lines: the other end of a link that is off screen.
 *
 *     2 T  ⇠ 市医院成立 (line 40)          above a body whose head is elsewhere: its headline
 *     2 T  本报讯 市医院成立。
 *     …
 *     2 H  市医院成立
 *     2 H  ⇢ 本报讯 市医院成立。 (line 3)   after a head whose body is elsewhere: its body's first words
 */
import { skipBlanks } from '../../shared/model/blank.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { type OwnedRun, type Owners, ownersOf } from '../../shared/model/owners.ts';
import type { Offset } from '../../shared/model/position.ts';
import type { ArticleId, Issue, Review } from '../../shared/model/review.ts';
import { isHeadRole } from '../../shared/model/roles.ts';

export interface Ghost {
  readonly kind: 'head' | 'body';
  readonly article: ArticleId;
  /** The ghost stands before the row that begins here (or holds this place). */
  readonly before: Offset;
  /** Where it leads. */
  readonly to: Offset;
}

/** Text of one article without another owner's between: its pieces side by side on the page. */
interface Stretch {
  readonly article: ArticleId;
  readonly from: Offset;
  readonly to: Offset;
  /** The first run that is head, and the first that is text. */
  readonly head: OwnedRun | null;
  readonly body: OwnedRun | null;
}

function stretchesOf(runs: readonly OwnedRun[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let i = 0;
  while (i < runs.length) {
    const first = runs[i++];
    if (!first?.article) continue;
    let stretch = grow(null, first, first.article);
    for (let next = runs[i]; next?.article === first.article; next = runs[++i]) {
      stretch = grow(stretch, next, first.article);
    }
    stretches.push(stretch);
  }
  return stretches;
}

function grow(stretch: Stretch | null, run: OwnedRun, article: ArticleId): Stretch {
  const isHead = isHeadRole(run.role);
  return {
    article,
    from: stretch?.from ?? run.from,
    to: run.to,
    head: stretch?.head ?? (isHead ? run : null),
    body: stretch?.body ?? (isHead ? null : run),
  };
}

/** The longest ghost text, in UTF-16 units. */
const LONGEST = 40;

/** What a ghost says: the line (1-based) it leads to, and that line's text, cut short. */
export function ghostWords(issue: Issue, { to: start }: Ghost): { readonly line: number; readonly text: string } {
  const number = lineAt(issue.lines, start);
  return { line: number, text: firstWords(issue, start, number) };
}

function firstWords(issue: Issue, start: Offset, number: number): string {
  const line = lineText(issue.text, issue.lines, number);
  if (!line) return '';
  const words = issue.text.slice(Math.max(start, line.from), Math.min(line.to, start + LONGEST + 1));
  return words.length > LONGEST ? `${Array.from(words.slice(0, LONGEST)).slice(0, -1).join('')}…` : words;
}

const known = new WeakMap<Owners, readonly Ghost[]>();

/** All ghosts of the review, sorted by place. Computed once for a state of the review; cost grows with the runs. */
export function ghostsOf(issue: Issue, review: Review): readonly Ghost[] {
  const owners = ownersOf(review);
  const before = known.get(owners);
  if (before) return before;
  const stretches = stretchesOf(owners.runs);
  const heads = new Map<ArticleId, OwnedRun>();
  const bodies = new Map<ArticleId, OwnedRun>();
  for (const { article, head, body } of stretches) {
    if (head && (!heads.has(article) || head.role === 'headline')) {
      if (heads.get(article)?.role !== 'headline') heads.set(article, head);
    }
    if (body && !bodies.has(article)) bodies.set(article, body);
  }
  const ghosts = stretches.flatMap((stretch) => ghostOf(issue, stretch, heads, bodies));
  known.set(owners, ghosts);
  return ghosts;
}

function ghostOf(
  issue: Issue,
  stretch: Stretch,
  heads: ReadonlyMap<ArticleId, OwnedRun>,
  bodies: ReadonlyMap<ArticleId, OwnedRun>,
): readonly Ghost[] {
  const isHead = !stretch.body;
  const other = isHead ? bodies.get(stretch.article) : stretch.head ? undefined : heads.get(stretch.article);
  if (!other) return [];
  return [
    {
      kind: isHead ? 'body' : 'head',
      article: stretch.article,
      before: isHead ? stretch.to : skipBlanks(issue.text, stretch.from),
      to: skipBlanks(issue.text, other.from),
    },
  ];
}
