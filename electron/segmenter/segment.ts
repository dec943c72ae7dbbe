/** The segmenter: text in, proposal out. Pure and deterministic: no file, clock or randomness. */
import { issueOf } from '../../shared/model/issue.ts';
import type { Proposal, Segmentation, SegmentOptions } from '../../shared/proposal.ts';
import { runsOf } from './assign.ts';
import { ownersByRule } from './by-rule.ts';
import { readLines } from './lines/lines.ts';
import { finishAll } from './plain-finish.ts';

export const SEGMENTER_VERSION = '0.1.0';

/** Proposes how the issue's `text` (decoded, no byte order mark, line ends LF) falls into articles. */
export function segment(text: string, options: SegmentOptions = {}): Segmentation {
  const issue = issueOf(text);
  const lines = readLines(issue);
  options.progress?.(0.1);
  const { articles, outside } = runsOf(issue, lines, ownersByRule(lines));
  const { review, doubts, evidence } = finishAll({ issue, articles, outside, doubts: [], evidence: [] });
  options.progress?.(1);
  const proposal: Proposal = { segmenter: SEGMENTER_VERSION, review, doubts, candidates: {} };
  return { proposal, evidence };
}
