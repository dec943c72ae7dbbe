/** Where two reviews give text to other owners, or other roles. */
import type { Edit } from '../edits/edit.ts';
import { isInsertion } from '../model/corrections.ts';
import type { Offset } from '../model/position.ts';
import type { ArticleId, Review } from '../model/review.ts';
import type { ArticleRole, OutsideRole } from '../model/roles.ts';
import type { Shared } from './align.ts';
import { type Difference, type DifferenceKind, freeId } from './difference.ts';

interface Sides {
  readonly mine: Review;
  readonly shared: readonly Shared[];
  /** Their article for each of mine. */
  readonly pairs: ReadonlyMap<ArticleId, ArticleId>;
}

/** Stretches that differ, those that hang together as one: of one article of mine to one of theirs. */
export function ownerDifferences({ mine, shared, pairs }: Sides): readonly Difference[] {
  const home = new Map([...pairs].map(([own, other]) => [other, own]));
  const differing = shared.filter((one) => !isSame(one, pairs));
  const groups: Shared[][] = [];
  /** What makes up an article that mine does not have, wherever it stands. */
  const fresh = new Map<ArticleId, Shared[]>();
  for (const one of differing) {
    const isNew = one.theirs.article !== null && !home.has(one.theirs.article);
    const group = isNew ? fresh.get(one.theirs.article ?? '') : groups.at(-1);
    if (group && (isNew || goesOn(group, one))) group.push(one);
    else groups.push([one]);
    if (isNew && !group) fresh.set(one.theirs.article ?? '', groups.at(-1) ?? []);
  }
  return groups.map((group) => differenceOf(mine, group, home));
}

const isSame = ({ mine, theirs }: Shared, pairs: ReadonlyMap<ArticleId, ArticleId>): boolean =>
  mine.role === theirs.role &&
  (mine.article === null ? theirs.article === null : pairs.get(mine.article) === theirs.article);

function goesOn(group: readonly Shared[], next: Shared): boolean {
  const last = group.at(-1);
  return (
    last?.to === next.from && last.mine.article === next.mine.article && last.theirs.article === next.theirs.article
  );
}

function differenceOf(mine: Review, group: readonly Shared[], home: ReadonlyMap<ArticleId, ArticleId>): Difference {
  const [first] = group as [Shared, ...Shared[]]; // a group is never empty
  const last = group.at(-1) ?? first;
  const theirs = first.theirs.article;
  const target = theirs === null ? null : (home.get(theirs) ?? null);
  const owners = new Set([target, ...group.map((one) => one.mine.article)]);
  const kind: DifferenceKind =
    theirs === null ? 'outside' : target === null ? 'new article' : target === first.mine.article ? 'role' : 'owner';
  return {
    kind,
    span: { from: first.from, to: kind === 'new article' ? first.to : last.to },
    articles: [...owners].filter((id) => id !== null),
    edits: [...revertsAt(mine, group), ...edits(mine, group, theirs, target)],
  };
}

function edits(
  mine: Review,
  group: readonly Shared[],
  theirs: ArticleId | null,
  target: ArticleId | null,
): readonly Edit[] {
  const id = target ?? (theirs === null ? '' : freeId(mine, theirs));
  return group.map(({ from, to, theirs: { role } }, i): Edit => {
    const span = { from, to };
    // The roles of runs of articles are articles' roles, of others those of what is outside.
    if (theirs === null) return { kind: 'assign', span, to: { outside: role as OutsideRole } };
    if (target === null && i === 0) return { kind: 'create', span, role: role as ArticleRole, newId: id };
    return { kind: 'assign', span, to: { article: id, role: role as ArticleRole } };
  });
}

/** Corrections of mine that a new boundary would cut. */
function revertsAt(mine: Review, group: readonly Shared[]): readonly Edit[] {
  const ends = new Set<Offset>(group.flatMap(({ from, to }) => [from, to]));
  return mine.corrections
    .filter(({ span }) => !isInsertion(span) && [...ends].some((at) => span.from < at && at < span.to))
    .map(({ span, side }): Edit => ({ kind: 'revert', span, ...(side && { side }) }));
}
