/**
 * What the page reading is unsure of: for each head the text that comes second, for each seam between two texts the
 * other way to read it. Also the ranked candidates, which the desk offers when the editor gives a run to another article.
 */
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Offset, Span } from '../../../shared/model/position.ts';
import type { ArticleId } from '../../../shared/model/review.ts';
import type { Candidate, Doubt, DoubtKind, Evidence, Stage } from '../../../shared/proposal.ts';
import { logistic } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import { kindOdds } from '../roles/roles.ts';
import { DOUBTED, type TrustedPlace } from '../trust/trust.ts';
import { groups, type Pair } from './link-features.ts';
import type { IssueReading, WindowReading } from './read.ts';
import { firstStretch, stretchesOf } from './spans.ts';
import type { Unit } from './units.ts';

/** Runs outside articles less sure than this are asked, and texts that go on. */
const OUTSIDE_DOUBTED = 0.8;
/** Log-odds of links are too sure of themselves on papers not seen; flattened by this before they count. */
const FLATTEN = 0.6;
/** Candidates named for a run. */
const CANDIDATES = 5;
/** Characters of text that a sentence quotes. */
const QUOTE = 24;

export interface PageDoubts {
  readonly doubts: readonly Doubt[];
  readonly evidence: readonly Evidence[];
  readonly candidates: Candidates;
}

/** Articles that a run fits, best first, by the run's start. */
type Candidates = { readonly [from: Offset]: readonly Candidate[] };

/** `places`: those of the reading with how sure they are. `ids`: id of each article number. */
export function pageDoubts(
  reading: IssueReading,
  places: readonly TrustedPlace[],
  ids: ReadonlyMap<number, ArticleId>,
): PageDoubts {
  const windows = reading.windows.map((window) => new Window(reading.sheet, window, ids));
  const asked = places.flatMap((place) => windows[place.window]?.doubtOf(place) ?? []);
  const doubts = [...withoutTwins(asked), ...windows.flatMap((window) => window.linkDoubts())];
  doubts.sort((a, b) => a.span.from - b.span.from);
  return {
    doubts: [...doubts, ...outsideDoubts(reading)],
    evidence: places.map(
      ({ kind, unit, odds }): Evidence => ({
        stage: kind === 'head' ? 'heads' : 'bodies',
        rule: `${kind} is right`,
        span: spanOf(reading.sheet, unit),
        weight: odds,
      }),
    ),
    candidates: Object.assign({}, ...windows.map((window) => window.candidates())),
  };
}

/** One article's end and another's start at one seam are one question: the less sure is asked. */
function withoutTwins(doubts: readonly Doubt[]): readonly Doubt[] {
  const best = new Map<string, Doubt>();
  for (const doubt of doubts) {
    const [edit] = doubt.other;
    const key = edit?.kind === 'merge' ? [edit.article, edit.into].sort().join() : doubt.id;
    const known = best.get(key);
    if (!known || doubt.confidence < known.confidence) best.set(key, doubt);
  }
  return [...best.values()];
}

/** Places of pairs among those of the window, by a unit's index. */
type PairsByUnit = ReadonlyMap<number, readonly number[]>;

/** One window, and what is doubted in it. */
class Window {
  readonly #sheet: Sheet;
  readonly #window: WindowReading;
  readonly #ids: ReadonlyMap<number, ArticleId>;
  readonly #chainOfUnit = new Map<number, number>();
  /** The pairs that each unit begins and ends in, by its index. */
  #pairsOf: { readonly start: PairsByUnit; readonly end: PairsByUnit } | null = null;

  constructor(sheet: Sheet, window: WindowReading, ids: ReadonlyMap<number, ArticleId>) {
    this.#sheet = sheet;
    this.#window = window;
    this.#ids = ids;
    window.reading.chains.forEach((chain, c) => {
      for (const unit of chain.units) this.#chainOfUnit.set(unit.index, c);
    });
  }

  /** The doubt about a place; none when it is sure. */
  doubtOf(place: TrustedPlace): readonly Doubt[] {
    const id = this.#ids.get(place.article);
    if (place.confidence >= DOUBTED || id === undefined) return [];
    return [place.kind === 'head' ? this.#headDoubt(place, id) : this.#edgeDoubt(place, place.kind, id)];
  }

  #headDoubt({ unit, chain, confidence }: TrustedPlace, id: ArticleId): Doubt {
    const span = spanOf(this.#sheet, unit);
    const rival = this.#textsOf(unit).find((candidate) => candidate.article !== id)?.article;
    const rule = chain < 0 ? 'head-without-text' : rival ? 'head-between-bodies' : 'head-unsure';
    const other: Edit[] = rival
      ? stretchesOf(this.#sheet, unit.from, unit.to).map((stretch) => ({
          kind: 'assign',
          span: stretch,
          to: { article: rival, role: 'headline' },
        }))
      : [];
    const why = { key: KEYS[rule], values: { head: quoted(this.#sheet, unit.from) } };
    return doubt('heads', 'head', rule, span, rival ? [id, rival] : [id], why, confidence, other);
  }

  /** That an article starts or ends here: the text that may go before or after it is offered. */
  #edgeDoubt({ unit, confidence }: TrustedPlace, kind: 'start' | 'end', id: ArticleId): Doubt {
    const line = kind === 'start' ? unit.from : unit.to - 1;
    const span = firstStretch(this.#sheet, line, line + 1);
    const rival = this.#neighbours(unit, kind).find(({ article }) => article !== id)?.article;
    const rule =
      kind === 'start' ? (rival ? 'article-ends' : 'start-unsure') : rival ? 'article-goes-on' : 'end-unsure';
    const merge: Edit[] = rival
      ? [kind === 'start' ? { kind: 'merge', article: id, into: rival } : { kind: 'merge', article: rival, into: id }]
      : [];
    const articles = rival ? (kind === 'start' ? [rival, id] : [id, rival]) : [id];
    const why = { key: KEYS[rule], values: { text: quoted(this.#sheet, line) } };
    return doubt('bodies', 'boundary', rule, span, articles, why, confidence, merge);
  }

  /** Texts that go on in another unit, though that is far from sure. */
  linkDoubts(): Doubt[] {
    const { reading, problem, linkOdds, firstArticle } = this.#window;
    const follows = new Set(
      reading.chains.flatMap(({ units }) => units.slice(1).map((unit, k) => `${units[k]?.index}-${unit.index}`)),
    );
    return problem.pairs.flatMap(({ a, b }, p) => {
      const id = this.#ids.get(firstArticle + (this.#chainOfUnit.get(b.index) ?? -1));
      const confidence = logistic(FLATTEN * (linkOdds[p] as number));
      if (!follows.has(`${a.index}-${b.index}`) || id === undefined || confidence >= OUTSIDE_DOUBTED) return [];
      const span = spanOf(this.#sheet, b);
      const other: Edit[] = [{ kind: 'split', article: id, at: span.from, newId: newIdAt(span.from) }];
      const why = { key: 'textGoesOn', values: { text: quoted(this.#sheet, b.from) } };
      return [doubt('bodies', 'boundary', 'text-goes-on', span, [id], why, confidence, other)];
    });
  }

  /** For each head the texts, and for each text unit the articles, that it may belong to. */
  candidates(): Candidates {
    const { heads, units } = this.#window.reading;
    const found: { [from: Offset]: readonly Candidate[] } = {};
    for (const unit of units) {
      if (unit.kind !== 'text') continue;
      const list = [...this.#neighbours(unit, 'start'), ...this.#neighbours(unit, 'end')];
      const ranked = bestOfEach(list);
      if (ranked.length > 0) found[spanOf(this.#sheet, unit).from] = ranked;
    }
    for (const head of heads) found[spanOf(this.#sheet, head).from] = this.#textsOf(head);
    return found;
  }

  /** The articles that the head may be of. */
  #textsOf(unit: Unit): readonly Candidate[] {
    const { reading, firstArticle } = this.#window;
    const h = reading.heads.indexOf(unit);
    return this.#ranked(
      h < 0
        ? []
        : reading.chains.map((_, c) => [firstArticle + c, reading.headOdds[h * reading.chains.length + c] ?? 0]),
    );
  }

  /** The articles whose text may go before (start) or after (end) the unit. */
  #neighbours(unit: Unit, kind: 'start' | 'end'): readonly Candidate[] {
    const { problem, linkOdds, firstArticle } = this.#window;
    this.#pairsOf ??= {
      start: groups(problem.pairs, ({ b }) => b.index),
      end: groups(problem.pairs, ({ a }) => a.index),
    };
    return this.#ranked(
      (this.#pairsOf[kind].get(unit.index) ?? []).flatMap((p): (readonly [number, number])[] => {
        const { a, b } = problem.pairs[p] as Pair;
        const c = this.#chainOfUnit.get(kind === 'start' ? a.index : b.index);
        return c === undefined ? [] : [[firstArticle + c, linkOdds[p] as number]];
      }),
    );
  }

  #ranked(list: readonly (readonly [article: number, odds: number])[]): readonly Candidate[] {
    return bestOfEach(
      list.flatMap(([number, odds]) => {
        const article = this.#ids.get(number);
        return article === undefined ? [] : [{ article, score: logistic(odds) }];
      }),
    );
  }
}

/** Sentences of the rules, under `doubt.*` in the locales. */
const KEYS = {
  'head-without-text': 'headWithoutText',
  'head-between-bodies': 'headBetweenBodies',
  'head-unsure': 'headUnsure',
  'article-ends': 'articleEnds',
  'article-goes-on': 'articleGoesOn',
  'start-unsure': 'startUnsure',
  'end-unsure': 'endUnsure',
} as const;

/** Each article once with its best score, best first. */
function bestOfEach(list: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<ArticleId, Candidate>();
  for (const one of list) if (one.score > (best.get(one.article)?.score ?? -1)) best.set(one.article, one);
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, CANDIDATES);
}

/** Runs outside all articles that may be an article's text. */
function outsideDoubts({ sheet, odds, owners }: IssueReading): Doubt[] {
  const doubts: Doubt[] = [];
  for (let i = 0; i < sheet.lines.length; ) {
    let end = i + 1;
    if ((owners[i]?.article ?? -1) >= 0) {
      i = end;
      continue;
    }
    let sure = kindOdds(odds, i, 'out');
    while (end < sheet.lines.length && (owners[end]?.article ?? -1) < 0 && owners[end]?.role === owners[i]?.role)
      sure = Math.min(sure, kindOdds(odds, end++, 'out'));
    const span = firstStretch(sheet, i, end);
    if (sure < OUTSIDE_DOUBTED)
      doubts.push(doubt('roles', 'furniture', 'outside', span, [], { key: 'outsideOrArticle' }, sure, []));
    i = end;
  }
  return doubts;
}

function doubt(
  stage: Stage,
  kind: DoubtKind,
  rule: string,
  span: Span,
  articles: readonly ArticleId[],
  why: Doubt['why'],
  confidence: number,
  other: readonly Edit[],
): Doubt {
  const evidence: Evidence = { stage, rule, span, weight: Math.log(confidence / (1 - confidence)) };
  return {
    id: `${stage}:${rule}@${span.from}-${span.to}`,
    kind,
    span,
    articles,
    why,
    confidence,
    other,
    evidence: [evidence],
  };
}

const spanOf = (sheet: Sheet, unit: Unit): Span => firstStretch(sheet, unit.from, unit.to);

function quoted(sheet: Sheet, at: number): string {
  const line = [...(sheet.lines[at]?.text ?? '').replace(/\s+/gu, ' ')];
  return line.length > QUOTE ? `${line.slice(0, QUOTE - 1).join('')}…` : line.join('');
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id of an article that would begin at `at`: the place in base 32, so that the same text gives the same proposal. */
function newIdAt(at: Offset): ArticleId {
  let rest = at;
  let digits = '';
  for (let k = 0; k < 8; k++) {
    digits = BASE32.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return `a-${digits}`;
}
