/** What a run of text can be: the newspaper's own words, a closed union. */

/** The head of an article, in reading order: 引题, 主题, 副题, 提要. */
export const HEAD_ROLES = ['kicker', 'headline', 'subhead', 'lede'] as const;
/** The text of an article. */
const TEXT_ROLES = ['body', 'caption', 'byline', 'dateline'] as const;
/** Outside of articles: column titles (栏目), page headers and footers, jump lines (转版), ads and notices, illegible. */
export const OUTSIDE_ROLES = ['section', 'furniture', 'jump', 'ad', 'unreadable'] as const;

export type HeadRole = (typeof HEAD_ROLES)[number];
type TextRole = (typeof TEXT_ROLES)[number];
export type ArticleRole = HeadRole | TextRole;
export type OutsideRole = (typeof OUTSIDE_ROLES)[number];
export type Role = ArticleRole | OutsideRole;

export const ARTICLE_ROLES: readonly ArticleRole[] = [...HEAD_ROLES, ...TEXT_ROLES];

const heads: ReadonlySet<string> = new Set(HEAD_ROLES);

export const isHeadRole = (role: Role): role is HeadRole => heads.has(role);

/** Rank of a head role in the fixed reading order; text roles all rank after the head. */
export const headRank = (role: ArticleRole): number => {
  const rank = (HEAD_ROLES as readonly string[]).indexOf(role);
  return rank < 0 ? HEAD_ROLES.length : rank;
};

/** Roles whose text has paragraphs; titles (kicker, headline, subhead) and byline lines have none. */
export const isParagraphRole = (role: Role): boolean =>
  role === 'body' || role === 'caption' || role === 'dateline' || role === 'lede';

/** Whether two roles are text of one field, so that one may run on in the other: a dateline is part of the body. */
export const isSameField = (a: Role, b: Role): boolean => fieldOf(a) === fieldOf(b);
const fieldOf = (role: Role) => (role === 'dateline' ? 'body' : role);
