/** The sheet: every line of the issue with all that the later stages ask about it. */
import type { Issue } from '../../../shared/model/review.ts';
import type { WordList } from '../../../shared/words/list.ts';
import type { PageTable } from '../languages/page-table.ts';
import { tablesOf } from '../languages/tables.ts';
import { type PaperLines, paperLines } from '../roles/paper.ts';
import { Brackets } from '../words/brackets.ts';
import { type Cohesion, cohesionOf } from '../words/cohesion.ts';
import { type Joins, joinsOf } from '../words/joins.ts';
import { readLines, type SetLine } from './lines.ts';
import { type Measures, measuresOf } from './measure.ts';
import { SignWeights } from './signs.ts';
import { repetitionsOf, signedOver, type Traits, traitsOf } from './traits.ts';

export interface Sheet {
  readonly issue: Issue;
  readonly lines: readonly SetLine[];
  readonly tables: readonly PageTable[];
  readonly traits: readonly Traits[];
  /** The weights of the traits' signs. */
  readonly signs: SignWeights;
  readonly measures: Measures;
  readonly cohesion: Cohesion;
  readonly joins: Joins;
  readonly brackets: Brackets;
  /** For each line the length of the word across the seam before it, as `Joins.words` has it. */
  readonly across: Int8Array;
  readonly repetitions: Uint16Array;
  /** Lines that the newspaper is known for; null without its profile. */
  readonly paper: PaperLines | null;
  /** For each line the index of the first line of its page, and the index after the last. */
  readonly pageFrom: Int32Array;
  readonly pageTo: Int32Array;
  /** Most usual width of the page's lines, em. */
  readonly usualWidth: Float32Array;
  /** For each line the first line of its block and the line after its last: lines of a page without a blank line between. */
  readonly blockFrom: Int32Array;
  readonly blockTo: Int32Array;
  /** Width of its block's widest line, em. */
  readonly blockWidth: Float64Array;
}

export function readSheet(issue: Issue, tick: () => void = () => {}, profile?: WordList): Sheet {
  const lines = readLines(issue);
  tick();
  const tables = tablesOf(lines);
  const brackets = new Brackets(lines.map(({ text }) => text));
  const alone = lines.map((line, i) => {
    if (i % 500 === 0) tick();
    return traitsOf(line, tables[i] as PageTable);
  });
  const traits = alone.map((own, i) => signedOver(own, lines, i, tables[i] as PageTable, brackets));
  const measures = measuresOf(lines);
  tick();
  const cohesion = cohesionOf(lines);
  tick();
  const joins = joinsOf(lines);
  tick();
  const pageFrom = new Int32Array(lines.length);
  const pageTo = new Int32Array(lines.length);
  const usualWidth = new Float32Array(lines.length);
  const blockFrom = new Int32Array(lines.length);
  const blockTo = new Int32Array(lines.length);
  const blockWidth = new Float64Array(lines.length);
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    let widest = lines[from]?.width ?? 0;
    for (; to < lines.length && lines[to]?.page === lines[from]?.page && lines[to]?.blanks === 0; to++)
      widest = Math.max(widest, lines[to]?.width ?? 0);
    blockWidth.fill(widest, from, to);
    blockFrom.fill(from, from, to);
    blockTo.fill(to, from, to);
    from = to;
  }
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.page === lines[from]?.page) to++;
    const usual = usualOf(lines, from, to);
    pageFrom.fill(from, from, to);
    pageTo.fill(to, from, to);
    usualWidth.fill(usual, from, to);
    from = to;
  }
  return {
    issue,
    lines,
    tables,
    traits,
    signs: new SignWeights(traits),
    measures,
    cohesion,
    joins,
    brackets,
    across: joins.words(lines.map((_, i) => ({ a: i - 1, b: i }))),
    repetitions: repetitionsOf(lines),
    paper: paperLines(lines, profile),
    pageFrom,
    pageTo,
    usualWidth,
    blockFrom,
    blockTo,
    blockWidth,
  };
}

/** The width (whole em) that most characters of the page are set in. */
function usualOf(lines: readonly SetLine[], from: number, to: number): number {
  const amount = new Float32Array(128);
  for (let i = from; i < to; i++) {
    const width = Math.min(127, Math.round(lines[i]?.width ?? 0));
    amount[width] = (amount[width] as number) + width;
  }
  let usual = 1;
  for (let width = 1; width < 128; width++) if ((amount[width] as number) > (amount[usual] as number)) usual = width;
  return usual;
}
