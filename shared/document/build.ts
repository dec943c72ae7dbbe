/** Makes the document of a review: what every export starts from. */
import type { Entry } from '../journal/entry.ts';
import { signaturesOf } from '../journal/notes.ts';
import { isBlankText } from '../model/blank.ts';
import { firstCorrectionAt, homeOf } from '../model/corrections.ts';
import { lineAt, lineText } from '../model/lines.ts';
import { notesByPlace } from '../model/note.ts';
import { ownersOf } from '../model/owners.ts';
import type { Article, ArticleId, Credit, Issue, OutsideRun, Review, RunPiece } from '../model/review.ts';
import type { Source } from '../model/source.ts';
import type { Doubt, Evidence } from '../proposal.ts';
import { type Field, readField } from '../reading/reading.ts';
import { conservationOf } from './conservation.ts';
import {
  DOCUMENT_SCHEMA,
  type DocumentArticle,
  type DocumentByline,
  type DocumentCorrection,
  type DocumentDoubt,
  type DocumentNote,
  type DocumentOutside,
  type DocumentPart,
  type GalleyDocument,
} from './document.ts';
import { linesByRun, rangesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

export interface DocumentInput {
  readonly issue: Issue;
  readonly review: Review;
  readonly doubts: readonly Doubt[];
  readonly source: Source;
  /** SHA-256 (hex) of the raw spans put together by offset, as UTF-8 (see `exportedText`). */
  readonly sha256: string;
  /** The journal: who wrote the notes and when. */
  readonly entries?: readonly Entry[];
  readonly evidence?: readonly Evidence[];
}

export function buildDocument(input: DocumentInput): GalleyDocument {
  const { issue, review } = input;
  const builder = new Builder(issue, review);
  return {
    schema: DOCUMENT_SCHEMA,
    source: input.source,
    masthead: review.masthead,
    articles: review.articles.map((article) => builder.article(article)),
    furniture: review.outside.map((run) => builder.outside(run)),
    doubts: input.doubts.map((doubt) => documentDoubt(issue, review, doubt)),
    ...(review.notes.length > 0 && { notes: documentNotes(issue, review, input.entries ?? []) }),
    ...(review.returned && { returned: true as const }),
    conservation: conservationOf(issue, review, input.sha256),
    ...(input.evidence && { evidence: input.evidence }),
  };
}

class Builder {
  readonly #issue: Issue;
  readonly #review: Review;
  readonly #lines: ReadonlyMap<number, readonly number[]>;
  readonly #sections: ReadonlyMap<ArticleId, string>;

  constructor(issue: Issue, review: Review) {
    this.#issue = issue;
    this.#review = review;
    this.#lines = linesByRun(issue, review);
    this.#sections = sectionsOf(issue, review);
  }

  article(article: Article): DocumentArticle {
    const section = this.#sections.get(article.id);
    return {
      id: article.id,
      state: article.state,
      ...(section !== undefined && { section }),
      kicker: this.#field(article, 'kicker'),
      headline: this.#field(article, 'headline'),
      subhead: this.#field(article, 'subhead'),
      lede: this.#field(article, 'lede'),
      bylines: article.credits.map(documentByline),
      dateline: article.dateline && {
        text: article.dateline.text,
        span: [article.dateline.span.from, article.dateline.span.to],
      },
      parts: article.pieces.map((piece) =>
        piece.kind === 'run' ? this.#part(piece) : { role: piece.role, lines: [], spans: [], supplied: piece.text },
      ),
      paragraphs: paragraphsOf(this.#issue, this.#review, article, this.#isBlank),
      corrections: this.#corrections(article),
    };
  }

  outside(run: OutsideRun): DocumentOutside {
    return {
      role: run.role,
      by: run.by,
      lines: this.#rangesOf(run),
      spans: [[run.from, run.to]],
      text: textOf(this.#issue, run),
      ...(run.of && { articles: run.of }),
    };
  }

  #field(article: Article, field: Field): string | null {
    const text = readField(this.#issue, this.#review, article, field).text.trim();
    return text === '' ? null : text;
  }

  #part(run: RunPiece): DocumentPart {
    return { role: run.role, lines: this.#rangesOf(run), spans: [[run.from, run.to]] };
  }

  #rangesOf(run: { readonly from: number }) {
    return rangesOf(this.#lines.get(run.from) ?? [], this.#isBlank);
  }

  /** Whether every line strictly between two lines is blank. */
  readonly #isBlank = (after: number, before: number): boolean => {
    for (let number = after + 1; number < before; number++) {
      if (lineText(this.#issue.text, this.#issue.lines, number)) return false;
    }
    return true;
  };

  #corrections(article: Article): DocumentCorrection[] {
    return article.pieces.flatMap((piece) => {
      if (piece.kind !== 'run') return [];
      const { corrections } = this.#review;
      return corrections
        .slice(firstCorrectionAt(corrections, piece.from), firstCorrectionAt(corrections, piece.to + 1))
        .filter(({ span, side }) => {
          const home = homeOf(span, side);
          return piece.from <= home && home < piece.to;
        })
        .map(({ span, text, by }) => ({
          span: [span.from, span.to] as const,
          raw: this.#issue.text.slice(span.from, span.to),
          text,
          by,
        }));
    });
  }
}

/** A run's text, its lines joined by a space. */
function textOf(issue: Issue, run: { readonly from: number; readonly to: number }): string {
  return issue.text
    .slice(run.from, run.to)
    .split(/[\n\f]/)
    .filter((line) => !isBlankText(line))
    .map((line) => line.trim())
    .join(' ');
}

function sectionsOf(issue: Issue, review: Review): ReadonlyMap<ArticleId, string> {
  const sections = new Map<ArticleId, string>();
  for (const run of review.outside) {
    if (run.role === 'section') for (const id of run.of ?? []) sections.set(id, textOf(issue, run));
  }
  return sections;
}

const documentByline = ({ span, ...credit }: Credit): DocumentByline =>
  span ? { ...credit, span: [span.from, span.to] } : credit;

function documentDoubt(issue: Issue, review: Review, doubt: Doubt): DocumentDoubt {
  const settled = Object.hasOwn(review.doubtsSettled, doubt.id) ? review.doubtsSettled[doubt.id] : undefined;
  const { from, to } = doubt.span;
  return {
    id: doubt.id,
    kind: doubt.kind,
    span: [from, to],
    lines: [lineAt(issue.lines, from), lineAt(issue.lines, Math.max(to - 1, from))],
    articles: doubt.articles,
    why: doubt.why.key,
    ...(doubt.why.values && { values: doubt.why.values }),
    confidence: doubt.confidence,
    ...(settled && { settled }),
  };
}

function documentNotes(issue: Issue, review: Review, entries: readonly Entry[]): readonly DocumentNote[] {
  const signatures = signaturesOf(entries);
  return notesByPlace(review).map(({ span: { from, to }, answer, ...note }) => ({
    ...note,
    span: [from, to],
    lines: [lineAt(issue.lines, from), lineAt(issue.lines, Math.max(to - 1, from))],
    state: answer === undefined ? 'open' : 'closed',
    ...(answer !== undefined && answer !== '' && { answer }),
    ...signatures.get(note.id)?.written,
  }));
}

/**
 * The raw text put together from what the document claims, by offset: equal to `Issue.text` when nothing is lost or
 * doubled. Its SHA-256 goes into the conservation statement.
 */
export function exportedText(issue: Issue, review: Review): string {
  return ownersOf(review)
    .runs.map((run) => issue.text.slice(run.from, run.to))
    .join('');
}
