/** The segmenter: text in, proposal out. Pure and deterministic: no file, clock or randomness. */
import { issueOf } from '../../shared/model/issue.ts';
import type { Proposal, Segmentation, SegmentOptions } from '../../shared/proposal.ts';
import { runsOf } from './assign.ts';
import { finish } from './finish/finish.ts';
import { MODELS } from './learned/models.generated.ts';
import { readSheet } from './lines/sheet.ts';
import { pageDoubts } from './page/doubts.ts';
import type { Models } from './page/models.ts';
import { readIssue } from './page/read.ts';

export const SEGMENTER_VERSION = '0.3.0';

/** Proposes how the issue's `text` (decoded, no byte order mark, line ends LF) falls into articles. */
export function segment(text: string, options: SegmentOptions = {}): Segmentation {
  return segmentWith(MODELS, text, options);
}

/** The same with other models: cross-validation asks those that have not seen the issue. */
export function segmentWith(models: Models, text: string, options: SegmentOptions = {}): Segmentation {
  const progress = options.progress ?? (() => {});
  const issue = issueOf(text);
  const sheet = readSheet(issue, () => progress(0));
  const reading = readIssue(sheet, models, (done) => progress(done * 0.9));
  const { articles, outside, ids } = runsOf(issue, sheet.lines, reading.owners);
  const unsure = pageDoubts(reading, ids);
  const { review, doubts, evidence } = finish(
    { issue, articles, outside, doubts: unsure.doubts, evidence: unsure.evidence },
    options.name === undefined ? {} : { name: options.name },
  );
  progress(1);
  const proposal: Proposal = { segmenter: SEGMENTER_VERSION, review, doubts, candidates: unsure.candidates };
  return { proposal, evidence };
}
