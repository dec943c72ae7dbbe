/** What is wrong with a review by the gold: lines whose article or role is another. */
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { ArticleId, Review } from '../../shared/model/review.ts';
import type { Role } from '../../shared/model/roles.ts';
import type { GoldLine, Truth } from './gold.ts';

/** Articles of the gold and those of the review that stand for them. */
type Match = ReadonlyMap<string, ArticleId>;

export interface Verdict {
  readonly match: Match;
  /** Places in the list of lines that are wrong, in order. */
  readonly wrong: readonly number[];
}

interface Owner {
  readonly article: ArticleId | null;
  readonly role: Role;
}

const ownersBy = (lines: readonly GoldLine[], review: Review): readonly (Owner | undefined)[] => {
  const owners = ownersOf(review);
  return lines.map(({ span }) => ownerAt(owners, span.from));
};

/** Each article of the gold with the article of the review that holds most of its lines, each used once. */
function matchOf(lines: readonly GoldLine[], owners: readonly (Owner | undefined)[]): Match {
  const shared = new Map<string, { readonly gold: string; readonly article: ArticleId; count: number }>();
  lines.forEach(({ truth }, i) => {
    const article = owners[i]?.article;
    if (!truth?.article || !article) return;
    const key = `${truth.article} ${article}`;
    const pair = shared.get(key) ?? { gold: truth.article, article, count: 0 };
    pair.count++;
    shared.set(key, pair);
  });
  const match = new Map<string, ArticleId>();
  const taken = new Set<ArticleId>();
  for (const { gold, article } of [...shared.values()].sort((a, b) => b.count - a.count)) {
    if (match.has(gold) || taken.has(article)) continue;
    match.set(gold, article);
    taken.add(article);
  }
  return match;
}

const isRight = (truth: Truth, owner: Owner | undefined, match: Match): boolean =>
  owner !== undefined &&
  owner.role === truth.role &&
  owner.article === (truth.article === null ? null : (match.get(truth.article) ?? '?'));

/** What is wrong now. */
export function judge(lines: readonly GoldLine[], review: Review): Verdict {
  const owners = ownersBy(lines, review);
  const match = matchOf(lines, owners);
  const wrong = lines.flatMap(({ truth }, i) => (truth && !isRight(truth, owners[i], match) ? [i] : []));
  return { match, wrong };
}

/** Wrong lines that stand together, with one owner and one truth. Places in the list, inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** Whose the lines are now; null: nobody's, outside. */
  readonly owner: ArticleId | null;
  readonly truth: Truth;
}

/** All stretches of wrong lines. */
export function stretchesOf(lines: readonly GoldLine[], review: Review, { wrong }: Verdict): readonly Stretch[] {
  const owners = ownersBy(lines, review);
  const stretches: { first: number; last: number; owner: ArticleId | null; truth: Truth }[] = [];
  for (const i of wrong) {
    const truth = lines[i]?.truth;
    const open = stretches.at(-1);
    if (!truth) continue;
    const isSame =
      open?.last === i - 1 &&
      open.truth.article === truth.article &&
      open.truth.role === truth.role &&
      owners[i - 1]?.article === owners[i]?.article;
    if (isSame) open.last = i;
    else stretches.push({ first: i, last: i, owner: owners[i]?.article ?? null, truth });
  }
  return stretches;
}
