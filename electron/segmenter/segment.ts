/** The segmenter: text in, proposal out. Pure and deterministic: no file, clock or randomness. */

import type { Given } from '../../shared/model/given.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Evidence, Proposal, Segmentation, SegmentOptions } from '../../shared/proposal.ts';
import { runsOf } from './assign.ts';
import { explain } from './explain.ts';
import { finish } from './finish/finish.ts';
import { givenEvidence, givenOwners } from './given.ts';
import { EXPERTS } from './learned/models.generated.ts';
import { readLines } from './lines/lines.ts';
import { readSheet } from './lines/sheet.ts';
import { pageDoubts } from './page/doubts.ts';
import { modelsFor } from './page/experts.ts';
import type { Experts } from './page/models.ts';
import { readIssue } from './page/read.ts';
import { paperEvidence } from './roles/paper.ts';
import { trustOf } from './trust/trust.ts';

export const SEGMENTER_VERSION = '0.5.0';

/** Proposes how the issue's `text` (decoded, no byte order mark, line ends LF) falls into articles. */
export function segment(text: string, options: SegmentOptions = {}): Segmentation {
  return segmentWith(EXPERTS, text, options);
}

/** The same with other models: cross-validation asks those that have not seen the issue. */
export const segmentWith = (experts: Experts, text: string, options: SegmentOptions = {}): Segmentation =>
  segmentAndRead(experts, text, options).segmentation;

/** A segmentation with what can be asked of it afterwards. */
export interface Explained {
  readonly segmentation: Segmentation;
  /** Why the lines in the span are read as they are: the features of every decision. */
  readonly explain: (span: Span) => readonly Evidence[];
}

/** Like `segment`, for one who may ask why. */
export const segmentToExplain = (text: string, options: SegmentOptions = {}): Explained =>
  segmentAndRead(EXPERTS, text, options);

/** Parts of the whole work (0–1) that reading lines and reading the page take. */
const DONE = { lines: 0.1, page: 0.75 };

function segmentAndRead(experts: Experts, text: string, options: SegmentOptions): Explained {
  if (options.given) return segmentGiven(text, options.given, options);
  const progress = options.progress ?? (() => {});
  const issue = issueOf(text);
  const sheet = readSheet(issue, () => progress(DONE.lines / 2), options.paper);
  const models = modelsFor(sheet, experts);
  const reading = readIssue(sheet, models, (done) => progress(DONE.lines + done * DONE.page));
  const { articles, outside, ids } = runsOf(issue, sheet.lines, reading.owners);
  const unsure = pageDoubts(reading, trustOf(reading, models.trust), ids);
  const { review, doubts, evidence } = finish(
    { issue, articles, outside, doubts: unsure.doubts, evidence: unsure.evidence },
    {
      progress: (done) => progress(DONE.lines + DONE.page + done * (1 - DONE.lines - DONE.page)),
      ...(options.name !== undefined && { name: options.name }),
    },
  );
  progress(1);
  const proposal: Proposal = { segmenter: SEGMENTER_VERSION, review, doubts, candidates: unsure.candidates };
  const taught = sheet.lines.flatMap((_, i) => paperEvidence(sheet.paper, sheet.lines, i));
  const segmentation = { proposal, evidence: [...taught, ...evidence] };
  return { segmentation, explain: (span) => explain(reading, models, span) };
}

/** The articles are the file's own: there is nothing to read from the page, and nothing to doubt in what was read. */
function segmentGiven(text: string, given: Given, options: SegmentOptions): Explained {
  const issue = issueOf(text);
  const lines = readLines(issue);
  const { articles, outside } = runsOf(issue, lines, givenOwners(lines, given));
  const { review, doubts, evidence } = finish(
    { issue, articles, outside, doubts: [], evidence: givenEvidence(given) },
    options,
  );
  const proposal: Proposal = { segmenter: SEGMENTER_VERSION, review, doubts, candidates: {} };
  return { segmentation: { proposal, evidence }, explain: () => [] };
}
