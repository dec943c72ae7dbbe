/** Doubts and evidence of the finish stage: what is asked of the editor, and why. Keys stand under `doubt.*` in the locales. */
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Span } from '../../../shared/model/position.ts';
import type { ArticleId } from '../../../shared/model/review.ts';
import type { Doubt, DoubtKind, Evidence } from '../../../shared/proposal.ts';
import type { LanguageId } from '../languages/names.ts';
import { oddCharacters } from './corrections/characters.ts';
import type { PrintedCredit } from './credits/credits.ts';
import type { FoundMasthead } from './masthead.ts';
import type { ParagraphPlace } from './paragraphs/paragraphs.ts';
import type { PrintedLine } from './printed.ts';

/** Paragraph places less sure than this are asked. */
const DOUBTED = 0.65;
/** Longest piece of text that a doubt's sentence quotes. Characters. */
const QUOTE = 24;

export const evidence = (rule: string, span: Span, weight: number): Evidence => ({
  stage: 'finish',
  rule,
  span,
  weight,
});

/** A value for a sentence: on one line, cut short. */
function quoted(text: string): string {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  return line.length > QUOTE ? `${line.slice(0, QUOTE - 1).join('')}…` : line.join('');
}

/** Names that lost a glyph. */
export const creditDoubts = (credits: readonly PrintedCredit[], article: ArticleId): readonly Doubt[] =>
  credits
    .filter((c) => c.incomplete)
    .map(({ name, role, span }) =>
      doubt('credit', 'incomplete-name', span, [article], { key: 'incompleteName', values: { name, role } }, 0.3),
    );

/** Paragraphs that may begin elsewhere. */
export const paragraphDoubts = (places: readonly ParagraphPlace[], article: ArticleId): readonly Doubt[] =>
  places
    .filter((p) => p.confidence < DOUBTED)
    .map(({ at, breaks, confidence }) => {
      const rule = breaks ? 'paragraph-break' : 'paragraph-join';
      const why = { key: breaks ? 'paragraphBreak' : 'paragraphJoin' };
      const other: Edit = breaks ? { kind: 'joinParagraphs', at } : { kind: 'breakParagraph', at };
      return doubt('paragraph', rule, { from: at, to: at + 1 }, [article], why, confidence, [other]);
    });

const CHARACTER_KEYS = {
  'lost-glyph': 'lostGlyph',
  'torn-character': 'tornCharacter',
  'half-width': 'halfWidth',
  'digit-letter': 'digitLetter',
  radical: 'radical',
  'mixed-width': 'mixedWidth',
  misread: 'misread',
} as const;

/** Characters that are hardly what was printed. */
export const characterDoubts = (
  lines: readonly PrintedLine[],
  language: LanguageId,
  article: ArticleId,
): readonly Doubt[] =>
  lines
    .flatMap((line) => oddCharacters(line, language))
    .map(({ rule, span, found, instead, other, confidence }) => {
      const values = { found: quoted(found), instead: quoted(instead) };
      return doubt('character', rule, span, [article], { key: CHARACTER_KEYS[rule], values }, confidence, other);
    });

/** A masthead's date that did not fall on the weekday beside it. */
export const weekdayDoubt = ({ span, date, printed, real }: NonNullable<FoundMasthead['weekday']>): Doubt =>
  doubt('furniture', 'weekday', span, [], { key: 'weekday', values: { date, printed, real } }, 0.3);

function doubt(
  kind: DoubtKind,
  rule: string,
  span: Span,
  articles: readonly ArticleId[],
  why: Doubt['why'],
  confidence: number,
  other: readonly Edit[] = [],
): Doubt {
  const id = `finish:${rule}@${span.from}-${span.to}`;
  return { id, kind, span, articles, why, confidence, other, evidence: [evidence(rule, span, logOdds(confidence))] };
}

/** Rounded to hundredths, so that a proposal reads the same on every machine. */
const logOdds = (probability: number): number => {
  const p = Math.min(0.99, Math.max(0.01, probability));
  return Math.round(Math.log(p / (1 - p)) * 100) / 100;
};
