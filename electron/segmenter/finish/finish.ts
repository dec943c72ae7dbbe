/**
 * Stage *finish*: a review from the assignment. Paragraphs, credits, datelines, corrections, masthead; what is doubted.
 * Mechanical: it changes no owner.
 */
import type { Article, Correction, Issue, Review, RunPiece } from '../../../shared/model/review.ts';
import type { Doubt, Evidence } from '../../../shared/proposal.ts';
import type { LanguageId } from '../languages/names.ts';
import type { Assigned, AssignedArticle } from '../stages.ts';
import { oddCharacters } from './corrections/characters.ts';
import { vocabularyOf } from './corrections/compounds.ts';
import { correctionsOf } from './corrections/corrections.ts';
import { creditsOf, type PrintedCredit } from './credits/credits.ts';
import { datelineOf } from './dateline.ts';
import { doubt, evidence, quoted } from './doubts.ts';
import { joinLines } from './joined.ts';
import { languageOf, sampleOf } from './language.ts';
import { type FoundMasthead, mastheadOf } from './masthead.ts';
import type { Features } from './paragraphs/features.ts';
import { type ParagraphPlace, paragraphsOf, seamsOf } from './paragraphs/paragraphs.ts';
import { styleOf } from './paragraphs/style.ts';
import { type PrintedLine, printedLines } from './printed.ts';
import { normalRuns } from './runs.ts';

export interface Finished {
  readonly review: Review;
  readonly doubts: readonly Doubt[];
  readonly evidence: readonly Evidence[];
}

export interface FinishOptions {
  /** The file's name, a hint for the masthead. */
  readonly name?: string;
}

/** One field of running text: its lines and what lies between them. */
interface Field {
  readonly lines: readonly PrintedLine[];
  readonly seams: readonly Features[];
}

interface Draft {
  readonly article: AssignedArticle;
  readonly language: LanguageId;
  readonly body: Field;
  readonly caption: Field;
  readonly lede: Field;
}

/** Paragraph places less sure than this are asked. */
const DOUBTED = 0.65;

export function finish(assigned: Assigned, options: FinishOptions = {}): Finished {
  const { issue } = assigned;
  const { articles, outside } = normalRuns(issue.text, assigned.articles, assigned.outside);
  const drafts = articles.map((article) => draftOf(issue, article));
  const style = styleOf(drafts.flatMap((d) => d.body.seams));
  const vocabulary = vocabularyOf(issue.text);
  const breaks: number[] = [];
  const joins: number[] = [];
  const corrections: Correction[] = [];
  const doubts: Doubt[] = [...assigned.doubts];
  const reasons: Evidence[] = [...assigned.evidence];
  const finished: Article[] = [];
  for (const draft of drafts) {
    const { article, language, body, caption, lede } = draft;
    const credits = creditsOf(issue, article.pieces, language);
    const dateline = datelineOf(joinLines(issue.text, body.lines), language);
    finished.push({ id: article.id, state: 'proposed', pieces: article.pieces, credits, dateline });
    doubts.push(...creditDoubts(credits, article.id));
    reasons.push(...credits.map((c) => evidence('credit', c.span, c.incomplete ? 0.5 : 2)));
    if (dateline) reasons.push(evidence('dateline', dateline.span, 2));
    for (const field of [body, caption, lede]) {
      const places = field === lede ? ledePlaces(lede.lines) : paragraphsOf(field.lines, field.seams, style);
      sortPlaces(issue, places, breaks, joins);
      corrections.push(...correctionsOf(issue.text, field.lines, places, { language, vocabulary, credits }));
      doubts.push(...paragraphDoubts(places, article.id), ...characterDoubts(field.lines, language, article.id));
      for (const place of places)
        if (place.breaks && place.reason !== 'first')
          reasons.push(evidence(`paragraph/${place.reason}`, spanAt(place), 1));
    }
  }
  const { masthead, weekday } = mastheadOf(issue, outside, options.name);
  if (weekday) doubts.push(weekdayDoubt(weekday));
  const review: Review = {
    length: issue.text.length,
    articles: finished,
    outside,
    breaks: unique(breaks),
    joins: unique(joins),
    corrections: corrections.sort((a, b) => a.span.from - b.span.from),
    doubtsSettled: {},
    masthead,
  };
  return { review, doubts, evidence: reasons };
}

function draftOf(issue: Issue, article: AssignedArticle): Draft {
  const field = (wanted: (piece: RunPiece) => boolean): Field => {
    const lines = printedLines(issue, article.pieces.filter(wanted));
    return { lines, seams: seamsOf(lines) };
  };
  return {
    article,
    language: languageOf(sampleOf(issue.text, article.pieces), 'en'),
    body: field((p) => p.role === 'body' || p.role === 'dateline'),
    caption: field((p) => p.role === 'caption'),
    lede: field((p) => p.role === 'lede'),
  };
}

/** A lede is one paragraph, over its runs too. */
const ledePlaces = (lines: readonly PrintedLine[]): readonly ParagraphPlace[] =>
  lines.flatMap((line, i) => {
    const seam = i === 0 || line.run !== lines[i - 1]?.run;
    return seam ? [{ at: line.from, breaks: i === 0, seam, confidence: 1, reason: 'first' as const }] : [];
  });

/** Breaks and joins by the review's law: a seam between runs is a break unless it is in `joins`. */
function sortPlaces(issue: Issue, places: readonly ParagraphPlace[], breaks: number[], joins: number[]): void {
  for (const place of places) {
    if (place.breaks) breaks.push(place.at);
    // A run that begins at 0 with blanks has no character there to join at.
    else if (place.seam && (place.at > 0 || issue.text.charAt(0).trim() !== '')) joins.push(place.at);
  }
}

const unique = (offsets: readonly number[]): readonly number[] => [...new Set(offsets)].sort((a, b) => a - b);

const spanAt = (place: ParagraphPlace) => ({ from: place.at, to: place.at + 1 });

const creditDoubts = (credits: readonly PrintedCredit[], article: string): readonly Doubt[] =>
  credits
    .filter((c) => c.incomplete)
    .map((c) =>
      doubt({
        rule: 'incomplete-name',
        kind: 'credit',
        span: c.span,
        articles: [article],
        key: 'incompleteName',
        values: { name: c.name, role: c.role },
        confidence: 0.3,
      }),
    );

const paragraphDoubts = (places: readonly ParagraphPlace[], article: string): readonly Doubt[] =>
  places
    .filter((p) => p.confidence < DOUBTED)
    .map((p) =>
      doubt({
        rule: p.breaks ? 'paragraph-break' : 'paragraph-join',
        kind: 'paragraph',
        span: spanAt(p),
        articles: [article],
        key: p.breaks ? 'paragraphBreak' : 'paragraphJoin',
        confidence: p.confidence,
        other: [p.breaks ? { kind: 'joinParagraphs', at: p.at } : { kind: 'breakParagraph', at: p.at }],
      }),
    );

const CHARACTER_KEYS = {
  'lost-glyph': 'lostGlyph',
  'torn-character': 'tornCharacter',
  'half-width': 'halfWidth',
  'digit-letter': 'digitLetter',
} as const;

const characterDoubts = (lines: readonly PrintedLine[], language: LanguageId, article: string): readonly Doubt[] =>
  lines.flatMap((line) =>
    oddCharacters(line, language).map(({ rule, span, found, instead, other, confidence }) =>
      doubt({
        rule,
        kind: 'character',
        span,
        articles: [article],
        key: CHARACTER_KEYS[rule],
        values: { found: quoted(found), instead: quoted(instead) },
        confidence,
        other,
      }),
    ),
  );

const weekdayDoubt = (weekday: NonNullable<FoundMasthead['weekday']>): Doubt =>
  doubt({
    rule: 'weekday',
    kind: 'furniture',
    span: weekday.span,
    articles: [],
    key: 'weekday',
    values: { date: weekday.date, printed: weekday.printed, real: weekday.real },
    confidence: 0.3,
  });
