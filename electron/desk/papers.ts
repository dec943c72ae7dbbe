/**
 * Proposals that know the newspaper: which profile an issue is proposed with. The file's name tells the paper, or else
 * what was read of its masthead; then the issue is read once more, now knowing.
 */
import { issueOf } from '../../shared/model/issue.ts';
import type { Proposal } from '../../shared/proposal.ts';
import { knowsLines } from '../../shared/words/lines.ts';
import type { WordList } from '../../shared/words/list.ts';
import { mastheadOf } from '../segmenter/finish/masthead.ts';

/** The profile of a newspaper by its title; null where there is none, or none is wanted. */
export type AskPaper = (paper: string) => Promise<WordList | null>;

export const noPaper: AskPaper = async () => null;

/** The profile that the name of an issue's file asks for. */
export const paperByName = (name: string, ask: AskPaper): Promise<WordList | null> =>
  profileOf(mastheadOf(issueOf(''), [], name).masthead.paper, ask);

/** A profile that can't be read is no reason to propose nothing; one that knows no line changes nothing. */
async function profileOf(paper: string | undefined, ask: AskPaper): Promise<WordList | null> {
  if (!paper) return null;
  const profile = await ask(paper).catch(() => null);
  return profile && knowsLines(profile) ? profile : null;
}

export interface Knowing {
  readonly proposal: Proposal;
  /** What it was made with. */
  readonly paper: WordList | null;
}

/** `byName`: what `paperByName` gave. */
export async function proposeKnowing(
  byName: WordList | null,
  ask: AskPaper,
  propose: (paper: WordList | null) => Proposal | Promise<Proposal>,
): Promise<Knowing> {
  const proposal = await propose(byName);
  if (byName) return { proposal, paper: byName };
  const paper = await profileOf(proposal.review.masthead.paper, ask);
  return paper ? { proposal: await propose(paper), paper } : { proposal, paper: null };
}
