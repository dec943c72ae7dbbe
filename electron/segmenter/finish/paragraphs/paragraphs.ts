/** The paragraphs of one field (body or caption) of an article: where they begin, and which seams between runs run on. */
import type { Offset } from '../../../../shared/model/position.ts';
import type { PrintedLine } from '../printed.ts';
import { type BreakReason, breakAt, type Context, type Verdict } from './break.ts';
import { type Features, featuresAt } from './features.ts';
import { opensOften } from './openers.ts';
import { hiddenStarts } from './run-together.ts';
import { seamAt } from './seam.ts';
import { countEnds, fullLinePrior, type Style } from './style.ts';

/** A place where a paragraph begins or could have begun. */
export interface ParagraphPlace {
  /** First character of the line (or of the sentence in it). */
  readonly at: Offset;
  readonly breaks: boolean;
  /** Whether it is the start of a run. */
  readonly seam: boolean;
  /** Probability of `breaks`. */
  readonly confidence: number;
  readonly reason: BreakReason | 'first';
}

/** The features of all seams of the lines; `features[i]` is of the seam before line `i + 1`. */
export const seamsOf = (lines: readonly PrintedLine[]): readonly Features[] =>
  lines.slice(1).map((_, i) => featuresAt(lines, i + 1));

/** Decides every seam between the lines, in reading order. Places that are clearly within a paragraph are left out. */
export function paragraphsOf(
  lines: readonly PrintedLine[],
  seams: readonly Features[],
  style: Style,
): readonly ParagraphPlace[] {
  const out: ParagraphPlace[] = [];
  const first = lines[0];
  if (!first) return out;
  out.push({ at: first.from, breaks: true, seam: true, confidence: 1, reason: 'first' });
  const prior = fullLinePrior(countEnds(seams), style.ends);
  let opens = true;
  let openedBefore = false;
  lines.forEach((line, i) => {
    if (i > 0) {
      const f = seams[i - 1] as Features; // one seam before each line but the first
      const context = contextOf(lines, i, { opens, openedBefore }, prior, style);
      const isSeam = line.run !== lines[i - 1]?.run;
      const turns = line.column !== lines[i - 1]?.column;
      const { probability, reason }: Verdict = turns ? seamAt(f, context) : breakAt(f, context);
      openedBefore = opens;
      opens = probability >= 0.5;
      if (isSeam || probability > 0.1)
        out.push({
          at: line.from,
          breaks: opens,
          seam: isSeam,
          confidence: opens ? probability : 1 - probability,
          reason,
        });
    }
    for (const at of hiddenStarts(lines, i))
      out.push({ at, breaks: true, seam: false, confidence: 0.8, reason: 'narrow-line' });
  });
  return out;
}

/** No comma or stop inside, no byline: it may be a crosshead. */
const isBare = (line: PrintedLine | undefined): boolean =>
  line !== undefined && !/[，。；,;]|[.!?]\s|[）)]$|^本[报報]/u.test(line.text);

function contextOf(
  lines: readonly PrintedLine[],
  i: number,
  { opens, openedBefore }: { opens: boolean; openedBefore: boolean },
  prior: number,
  style: Style,
): Context {
  const first = lines[i - 1] as PrintedLine; // i is 1 or more
  const second = lines[i] as PrintedLine;
  return {
    style,
    prior,
    firstOpens: opens,
    firstIsBare: isBare(first),
    firstIsTail: !opens && openedBefore && isBare(first) && isBare(lines[i - 2]),
    nextIsAside: /^[（(][^（）()]*[）)]$/u.test(second.text),
    nextIsWider: second.spaced || second.width > first.width + 1,
    nextEnds: /[。！？.!?…][”’"')）」』》]*$/u.test(second.text),
    nextHasHalf: /[A-Za-z0-9]/u.test(second.text),
    nextIsUsual: opensOften(second.text, second.cjk),
    nextOpens: second.cjk || /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(second.text),
  };
}
