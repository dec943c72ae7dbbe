/**
 * The pages that the tests work on, with the places they point at. Both have the same traps: bodies first and their
 * headlines after them, two bodies before two headlines, a headline lost, a name that lost a glyph. Line numbers are
 * what a person reads beside the text.
 */
import { sample } from './kit/index.ts';
import { hasSeed, SEED } from './seed.ts';

export interface TestPage {
  readonly name: string;
  readonly path: string;
  /** Body of the first article: its first line, its second paragraph's first line. */
  readonly first: { readonly body: number; readonly secondParagraph: number; readonly headline: number };
  /** Body of the second: first line and the two after it that are not blank. */
  readonly second: { readonly lines: readonly [number, number, number] };
  /** Headline lines of the third, which stand after the body of the fourth, and the bodies of both. */
  readonly third: { readonly headline: readonly [number, number]; readonly body: number };
  readonly fourth: { readonly body: number };
  /** The photo story at the end: its caption's first line. */
  readonly photo: number;
}

const SAMPLE_PAGE: TestPage = {
  name: 'the sample',
  path: sample(),
  first: { body: 1, secondParagraph: 13, headline: 56 },
  second: { lines: [57, 59, 61] },
  third: { headline: [110, 111], body: 82 },
  fourth: { body: 98 },
  photo: 152,
};

const SEED_PAGE: TestPage = {
  name: 'the seed page',
  path: SEED,
  first: { body: 1, secondParagraph: 35, headline: 373 },
  second: { lines: [374, 376, 378] },
  third: { headline: [551, 552], body: 473 },
  fourth: { body: 515 },
  photo: 631,
};

/** The seed page where it is, else the sample that ships; both, which takes twice as long, with GALLEY_ALL=1. */
export const PAGES: readonly TestPage[] = hasSeed
  ? [SEED_PAGE, ...(process.env.GALLEY_ALL ? [SAMPLE_PAGE] : [])]
  : [SAMPLE_PAGE];

/** Themes and languages that are looked at: each of them once every time, all four pairs with GALLEY_ALL=1. */
export const LOOKS = (
  [
    { theme: 'light', lang: 'en' },
    { theme: 'dark', lang: 'zh' },
    { theme: 'light', lang: 'zh' },
    { theme: 'dark', lang: 'en' },
  ] as const
).slice(0, process.env.GALLEY_ALL ? 4 : 2);
