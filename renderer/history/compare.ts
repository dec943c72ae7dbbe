/** An article in two states of its review, field by field: what was added, what removed. */
import { type ChangeObject, diffChars, diffLines, diffWordsWithSpace } from 'diff';
import { findArticle } from '../../shared/model/owners.ts';
import type { Article, ArticleId, Issue, Review } from '../../shared/model/review.ts';
import { isCjk } from '../../shared/model/scripts.ts';
import { FIELDS, type Field, readField } from '../../shared/reading/reading.ts';

/** A state of a review; `raw`: as it stands in the raw text, without corrections and supplied text. */
export interface ComparedState {
  readonly review: Review;
  readonly raw: boolean;
}

export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface FieldDifference {
  readonly field: Field | 'bylines';
  readonly parts: readonly Part[];
}

/** Most additions and removals that are looked for one by one; texts further apart are compared in larger pieces. */
const MOST = 2000;

/** The fields that have text in either state. None: the article is in neither, or empty. */
export function compareArticle(
  issue: Issue,
  before: ComparedState,
  after: ComparedState,
  id: ArticleId,
): readonly FieldDifference[] {
  const [a, b] = [textsOf(issue, before, id), textsOf(issue, after, id)];
  return ([...FIELDS, 'bylines'] as const)
    .map((field) => ({ field, parts: difference(a[field], b[field]) }))
    .filter(({ parts }) => parts.length > 0);
}

type Texts = { readonly [field in Field | 'bylines']: string };

function textsOf(issue: Issue, { review, raw }: ComparedState, id: ArticleId): Texts {
  const whole = findArticle(review, id);
  const article = whole && raw ? asPrinted(whole) : whole;
  const read = (field: Field) => (article ? readField(issue, review, article, field, raw).text : '');
  return {
    kicker: read('kicker'),
    headline: read('headline'),
    subhead: read('subhead'),
    lede: read('lede'),
    body: read('body'),
    caption: read('caption'),
    bylines: (article?.credits ?? []).map(({ role, name }) => `${role} ${name}`.trim()).join('\n'),
  };
}

/** The article without what people supplied. */
const asPrinted = (article: Article): Article => ({
  ...article,
  pieces: article.pieces.filter(({ kind }) => kind === 'run'),
  credits: article.credits.filter(({ supplied }) => !supplied),
});

/** By characters where the text is Chinese, Japanese or Korean, by words elsewhere. Law: the parts give both texts. */
export function difference(before: string, after: string): readonly Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const options = { maxEditLength: MOST };
  const fine = isSetInCjk(before + after) ? diffChars : diffWordsWithSpace;
  const changes = fine(before, after, options) ?? diffLines(before, after, options);
  const parts = changes
    ? changes.map(partOf)
    : [partOf({ removed: true, value: before }), partOf({ added: true, value: after })];
  return parts.filter(({ text }) => text !== '');
}

const partOf = ({
  added = false,
  removed = false,
  value,
}: Partial<ChangeObject<string>> & { readonly value: string }): Part => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
});

/** Whether a fifth of its letters is CJK: Chinese text holds figures and Latin names, English hardly a Chinese one. */
function isSetInCjk(text: string): boolean {
  let [letters, cjk] = [0, 0];
  for (const character of text) {
    if (/\s/u.test(character)) continue;
    letters++;
    if (isCjk(character)) cjk++;
  }
  return cjk * 5 > letters;
}

/** Characters (code points) in the parts of a kind, over all fields. */
export const countOf = (fields: readonly FieldDifference[], kind: Part['kind']): number =>
  fields.reduce(
    (sum, { parts }) => sum + parts.reduce((n, part) => n + (part.kind === kind ? [...part.text].length : 0), 0),
    0,
  );

/** Changed text with signs for what can't be seen: paragraph ends, and blanks that stand alone. */
export const visible = ({ kind, text }: Part): string =>
  kind === 'same' ? text : text.replace(/\n/gu, '¶\n').replace(/^[^\S\n]+$/gu, (blanks) => '␣'.repeat(blanks.length));
