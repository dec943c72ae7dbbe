/**
 * Stage *finish*: a review from the assignment. Paragraphs, credits, datelines, corrections, masthead; what is doubted.
 * Mechanical: it changes no owner.
 */
import type { Article, Correction, Issue, Review, RunPiece } from '../../../shared/model/review.ts';
import type { Doubt, Evidence } from '../../../shared/proposal.ts';
import type { LanguageId } from '../languages/names.ts';
import type { Assigned, AssignedArticle } from '../stages.ts';
import { type Vocabulary, vocabularyOf } from './corrections/compounds.ts';
import { correctionsOf } from './corrections/corrections.ts';
import { creditsOf, type PrintedCredit } from './credits/credits.ts';
import { datelineOf } from './dateline.ts';
import { characterDoubts, creditDoubts, evidence, paragraphDoubts, weekdayDoubt } from './doubts.ts';
import { joinLines } from './joined.ts';
import { languageOf, sampleOf } from './language.ts';
import { mastheadOf } from './masthead.ts';
import type { Features } from './paragraphs/features.ts';
import { type ParagraphPlace, paragraphsOf, seamsOf } from './paragraphs/paragraphs.ts';
import { type Style, styleOf } from './paragraphs/style.ts';
import { type PrintedLine, printedLines } from './printed.ts';
import { normalRuns } from './runs.ts';

export interface Finished {
  readonly review: Review;
  readonly doubts: readonly Doubt[];
  readonly evidence: readonly Evidence[];
}

export interface FinishOptions {
  /** Called for every article with the part done (0–1); may throw to cancel. */
  readonly progress?: (done: number) => void;
  /** The file's name, a hint for the masthead. */
  readonly name?: string;
}

/** One field of running text: its lines and what lies between them. */
interface Field {
  readonly lines: readonly PrintedLine[];
  readonly seams: readonly Features[];
}

/** An article on its way. */
interface Draft {
  readonly article: AssignedArticle;
  readonly language: LanguageId;
  readonly body: Field;
  readonly caption: Field;
  readonly lede: Field;
}

/** What all articles of the issue share. */
interface House {
  readonly issue: Issue;
  readonly style: Style;
  readonly vocabulary: () => Vocabulary;
}

interface FinishedArticle extends Pick<Finished, 'doubts' | 'evidence'> {
  readonly article: Article;
  readonly breaks: readonly number[];
  readonly joins: readonly number[];
  readonly corrections: readonly Correction[];
}

/**
 * The review that nobody has touched, with the doubts and evidence of page reading and of this stage. It obeys the laws
 * of `shared/model/check.ts` when the assigned runs tile the text.
 */
export function finish(assigned: Assigned, options: FinishOptions = {}): Finished {
  const { issue } = assigned;
  const { articles, outside } = normalRuns(issue.text, assigned.articles, assigned.outside);
  const usual = languageOf(issue.text, 'en');
  const tell = options.progress ?? (() => {});
  const drafts = articles.map((article, k) => {
    tell(k / articles.length / 2);
    return draftOf(issue, article, usual);
  });
  const style = styleOf(drafts.flatMap((draft) => draft.body.seams));
  const house: House = { issue, style, vocabulary: once(() => vocabularyOf(issue.text)) };
  const finished = drafts.map((draft, k) => {
    tell((1 + k / drafts.length) / 2);
    return finishArticle(house, draft);
  });
  const { masthead, weekday } = mastheadOf(issue, outside, options.name);
  const review: Review = {
    length: issue.text.length,
    articles: finished.map((f) => f.article),
    outside,
    breaks: sorted(finished.flatMap((f) => f.breaks)),
    joins: sorted(finished.flatMap((f) => f.joins)),
    corrections: finished.flatMap((f) => f.corrections).sort((a, b) => a.span.from - b.span.from),
    doubtsSettled: {},
    masthead,
    notes: [],
    returned: false,
  };
  return {
    review,
    doubts: [...assigned.doubts, ...finished.flatMap((f) => f.doubts), ...(weekday ? [weekdayDoubt(weekday)] : [])],
    evidence: [...assigned.evidence, ...finished.flatMap((f) => f.evidence)],
  };
}

/** `make`, done at the first call only. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const sorted = (offsets: readonly number[]): readonly number[] => [...new Set(offsets)].sort((a, b) => a - b);

/** `usual` is the language of the issue. */
function draftOf(issue: Issue, article: AssignedArticle, usual: LanguageId): Draft {
  const field = (wanted: (piece: RunPiece) => boolean): Field => {
    const lines = printedLines(issue, article.pieces.filter(wanted));
    return { lines, seams: seamsOf(lines) };
  };
  return {
    article,
    language: languageOf(sampleOf(issue.text, article.pieces), usual),
    body: field((p) => p.role === 'body' || p.role === 'dateline'),
    caption: field((p) => p.role === 'caption'),
    lede: field((p) => p.role === 'lede'),
  };
}

function finishArticle(house: House, draft: Draft): FinishedArticle {
  const { issue, style, vocabulary } = house;
  const { article, language, body, caption, lede } = draft;
  const text = joinLines(issue.text, body.lines);
  const credits = creditsOf(issue, article.pieces, [text, joinLines(issue.text, caption.lines)], language);
  const dateline = datelineOf(text, language);
  const fields = [
    { lines: body.lines, places: paragraphsOf(body.lines, body.seams, style) },
    { lines: caption.lines, places: paragraphsOf(caption.lines, caption.seams, style) },
    { lines: lede.lines, places: ledePlaces(lede.lines) },
  ];
  const places = fields.flatMap((field) => field.places);
  return {
    article: { id: article.id, state: 'proposed', pieces: article.pieces, credits, dateline },
    breaks: places.filter((p) => p.breaks).map((p) => p.at),
    joins: places.filter((p) => joins(issue, p)).map((p) => p.at),
    corrections: fields.flatMap(({ lines, places }) =>
      correctionsOf(issue.text, lines, places, { language, vocabulary, credits }),
    ),
    doubts: [
      ...creditDoubts(credits, article.id),
      ...paragraphDoubts(places, article.id),
      ...fields.flatMap(({ lines }) => characterDoubts(lines, language, article.id)),
    ],
    evidence: [
      ...credits.map(creditEvidence),
      ...(dateline ? [evidence('dateline', dateline.span, 2)] : []),
      ...places.filter((p) => p.breaks && p.reason !== 'first').map(placeEvidence),
    ],
  };
}

const creditEvidence = (credit: PrintedCredit): Evidence =>
  evidence('credit', credit.span, credit.incomplete ? 0.5 : 2);

const placeEvidence = (place: ParagraphPlace): Evidence =>
  evidence(`paragraph/${place.reason}`, { from: place.at, to: place.at + 1 }, 1);

/** A lede is one paragraph, over its runs too. */
const ledePlaces = (lines: readonly PrintedLine[]): readonly ParagraphPlace[] =>
  lines.flatMap((line, i) => {
    const seam = i === 0 || line.run !== lines[i - 1]?.run;
    return seam ? [{ at: line.from, breaks: i === 0, seam, confidence: 1, reason: 'first' as const }] : [];
  });

/** Whether the seam at the place runs on. A run that begins at 0 with blanks has no character there to join at. */
const joins = (issue: Issue, place: ParagraphPlace): boolean =>
  place.seam && !place.breaks && issue.text.slice(0, place.at).trim() !== '';
