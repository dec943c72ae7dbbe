/** The credits of an article: from its byline lines, and from its text. */
import { overlaps } from '../../../../shared/model/position.ts';
import type { Credit, Issue, RunPiece } from '../../../../shared/model/review.ts';
import { isHeadRole } from '../../../../shared/model/roles.ts';
import type { LanguageId } from '../../languages/names.ts';
import { sentenceEnd } from '../ends.ts';
import { type Joined, joinLines, rawSpan } from '../joined.ts';
import { type PrintedLine, printedLines } from '../printed.ts';
import { bylineLine, WESTERN } from './byline-line.ts';
import { creditsInChinese } from './chinese-text.ts';
import type { FoundCredit } from './found.ts';
import { creditsInWestern } from './western-text.ts';

/** A credit that was printed: its span is known. */
export interface PrintedCredit extends Credit {
  readonly span: { readonly from: number; readonly to: number };
}

/** Lines of the text itself are taken for bylines only when their words say so. */
const SURE = 0.85;
/** The last line of a text is taken for a signature when its form says so. */
const SIGNED = 0.6;

/**
 * The credits of the article, in reading order, each once. `texts` are its body and its captions, whose lines finishing
 * has read already.
 */
export function creditsOf(
  issue: Issue,
  pieces: readonly RunPiece[],
  texts: readonly Joined[],
  language: LanguageId,
): readonly PrintedCredit[] {
  const found: PrintedCredit[] = [];
  const bylines = printedLines(
    issue,
    pieces.filter((p) => p.role === 'byline'),
  );
  const head = printedLines(
    issue,
    pieces.filter((p) => isHeadRole(p.role)),
  );
  collect(found, fromBylines(issue, bylines, language));
  collect(found, fromLines(issue, head, language));
  for (const text of texts) collect(found, fromText(issue, text, language));
  return found.sort((a, b) => rankOf(pieces, a) - rankOf(pieces, b) || a.span.from - b.span.from);
}

interface Placed {
  readonly joined: Joined;
  readonly credits: readonly FoundCredit[];
}

/** Adds credits not there yet: one person is named once in a role, even when line and text both name him. */
function collect(found: PrintedCredit[], placed: readonly Placed[]): void {
  for (const { joined, credits } of placed) {
    for (const c of credits) {
      if (found.some((f) => f.name === c.name && (f.role === c.role || c.role === '作者'))) continue;
      const credit = { role: c.role, name: c.name, span: rawSpan(joined, c.from, c.to) };
      if (found.some((f) => overlaps(f.span, credit.span))) continue;
      found.push(c.incomplete ? { ...credit, incomplete: true } : credit);
    }
  }
}

const rankOf = (pieces: readonly RunPiece[], credit: PrintedCredit): number =>
  pieces.findIndex((p) => p.from <= credit.span.from && credit.span.from < p.to);

/**
 * Byline lines: each by itself, or the lines of a run together when that reads better (a name cut by the line's end).
 * A line that reads as nothing known is a name, for page reading says that it is a byline.
 */
function fromBylines(issue: Issue, lines: readonly PrintedLine[], language: LanguageId): readonly Placed[] {
  const out: Placed[] = [];
  for (const run of runsOf(lines)) {
    const together = joinLines(issue.text, run);
    const whole = run.length > 1 ? bylineLine(together.text, language) : null;
    const single = run.map((line) => ({ line, read: bylineLine(line.text, language) }));
    if (whole?.kind === 'credit' && single.some(({ read }) => !read)) {
      out.push({ joined: together, credits: whole.credits });
      continue;
    }
    for (const { line, read } of single) {
      const joined = joinLines(issue.text, [line]);
      const credits = read?.credits ?? otherNames(line.text, language);
      out.push({ joined, credits });
    }
  }
  return out;
}

/** The names of a byline line that is not all byline. */
function otherNames(text: string, language: LanguageId): readonly FoundCredit[] {
  if (language !== 'zh') {
    const signed = creditsInWestern(text, WESTERN[language]);
    return signed.length > 0 ? signed : plainName(text);
  }
  const behind = bylineBehind(text);
  return behind.length > 0 ? behind : creditsInChinese(text);
}

/** `A bel Servien.`: whatever stands on a byline line between dashes, brackets and stops, when it is short enough. */
function plainName(text: string): readonly FoundCredit[] {
  if (text.length > LONGEST) return [];
  const start = /^[\s—–―\-•■*·([]*/u.exec(text)?.[0].length ?? 0;
  const name = text.slice(start).replace(/[\s.,;:)\]—–-]+$/u, '');
  const words = name.split(/\s+/u).length;
  if (words > 5 || !/\p{L}{2}/u.test(name) || /[!?;:]/u.test(name)) return [];
  return [{ role: 'by', name, from: start, to: start + name.length, incomplete: false }];
}

function fromText(issue: Issue, joined: Joined, language: LanguageId): readonly Placed[] {
  const { lines } = joined;
  const credits = language === 'zh' ? creditsInChinese(joined.text) : creditsInWestern(joined.text, WESTERN[language]);
  return [{ joined, credits }, ...fromLines(issue, lines, language), ...fromLastLine(issue, lines, language)];
}

/** What a line that may be a byline holds: cheap, for it is asked of every line. */
const HINT =
  /^\s*(?:[□■●○◆▲★]|[Bb][Yy] |[—–]|[Ss]taff |[Pp]hoto|[Vv]on |[Pp]ar |[Dd]oor |[Ff]oto)|记者|記者|通讯员|[摄攝]\s*$/u;

/**
 * Lines that are bylines by their words, though they stand in a head or in the text. `von` and `par` begin many a line
 * of text, so in Latin letters only a line behind a full stop counts.
 */
const fromLines = (issue: Issue, lines: readonly PrintedLine[], language: LanguageId): readonly Placed[] =>
  lines
    .filter((line, i) => line.text.length < 60 && HINT.test(line.text) && (language === 'zh' || standsFree(lines, i)))
    .map((line) => {
      const read = bylineLine(line.text, language);
      const sure = read?.kind === 'credit' && read.score >= SURE;
      return { joined: joinLines(issue.text, [line]), credits: sure ? read.credits : bylineBehind(line.text) };
    });

const standsFree = (lines: readonly PrintedLine[], i: number): boolean => {
  const before = lines[i - 1];
  return before === undefined || sentenceEnd(before.text, before.cjk) === 1;
};

/** `G. T.`: a signature that closes the text, behind a full stop. */
function fromLastLine(issue: Issue, lines: readonly PrintedLine[], language: LanguageId): readonly Placed[] {
  const last = lines.at(-1);
  if (!last || lines.length < 2 || !standsFree(lines, lines.length - 1)) return [];
  const read = bylineLine(last.text, language);
  const signed = read?.kind === 'signature' && read.score >= SIGNED;
  return signed ? [{ joined: joinLines(issue.text, [last]), credits: read.credits }] : [];
}

/** Longer lines are text. UTF-16 units */
const LONGEST = 120;
const BEHIND = /(?:^|[\s　])([□■●]?\s*本[报報](?:见习|特约)?(?:记者|記者|通讯员|通訊員)[\s　]*.+)$/u;

/** `供求平衡会有小幅过剩 本报记者 傅涛 何欣立`: a byline behind other text on its line. */
function bylineBehind(text: string): readonly FoundCredit[] {
  const byline = text.length <= LONGEST ? BEHIND.exec(text)?.[1] : undefined;
  const read = byline ? bylineLine(byline, 'zh') : null;
  if (!byline || read?.kind !== 'credit') return [];
  const offset = text.length - byline.length;
  return read.credits.map((c) => ({ ...c, from: c.from + offset, to: c.to + offset }));
}

/** The lines, parted where a run ends. */
function runsOf(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const out: PrintedLine[][] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last && last[0]?.run === line.run) last.push(line);
    else out.push([line]);
  }
  return out;
}
