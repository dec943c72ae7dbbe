/**
 * What settled issues of the newspaper taught: a line that is known for a column title or a running head is most likely
 * that again. It adds to the log-odds of the line's role, as evidence that names the paper, and never decides alone.
 */
import type { Evidence } from '../../../shared/proposal.ts';
import { type KnownRole, knownLines } from '../../../shared/words/lines.ts';
import type { WordList } from '../../../shared/words/list.ts';
import type { SetLine } from '../lines/lines.ts';

/** What is known of the lines of an issue. */
export interface PaperLines {
  /** The newspaper's title, as its profile has it. */
  readonly paper: string;
  /** For each line; null for most. */
  readonly roles: readonly (KnownRole | null)[];
}

/** Log-odds of a line that stood so in two settled issues or more. */
export const KNOWN_TO_ROLE = 4;

/** Null without a profile. */
export function paperLines(lines: readonly SetLine[], profile: WordList | undefined): PaperLines | null {
  if (!profile) return null;
  const roleOf = knownLines(profile);
  return { paper: profile.paper, roles: lines.map(({ text }) => roleOf(text)) };
}

/** That the paper's profile spoke for the line's role: `paper profile: Qinghe Daily, section`. */
export function paperEvidence(known: PaperLines | null, lines: readonly SetLine[], i: number): readonly Evidence[] {
  const role = known?.roles[i];
  const line = lines[i];
  if (!known || !role || !line) return [];
  const rule = `paper profile: ${known.paper.replaceAll(': ', ' ')}, ${role}`;
  return [{ stage: 'roles', rule, span: { from: line.from, to: line.to }, weight: KNOWN_TO_ROLE }];
}
