/** The worker thread that segments, so that nothing else waits for it. One request at a time (`segmenting.ts`). */
import { parentPort } from 'node:worker_threads';
import { overlaps, type Span } from '../../shared/model/position.ts';
import type { Evidence, Segmentation } from '../../shared/proposal.ts';
import { segment } from '../segmenter/segment.ts';
import type { Answer, IssueJob, Request } from './messages.ts';

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_PAUSE = 50;

let last: { readonly key: string; readonly segmentation: Segmentation } | undefined;

function segmentationOf(job: IssueJob, tell: (answer: Answer) => void, id: number): Segmentation {
  if (last?.key === job.key) return last.segmentation;
  let told = 0;
  const progress = (done: number) => {
    const now = Date.now();
    if (now - told < PROGRESS_PAUSE) return;
    told = now;
    tell({ id, kind: 'progress', done });
  };
  const segmentation = segment(job.text, { name: job.name, progress });
  last = { key: job.key, segmentation };
  return segmentation;
}

/** The evidence for what stands in the span, the weightiest first. A span without a length asks for its place. */
function evidenceFor({ evidence }: Segmentation, span: Span): readonly Evidence[] {
  const asked = { from: span.from, to: Math.max(span.to, span.from + 1) };
  return evidence.filter((e) => overlaps(e.span, asked)).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function answer(request: Request, tell: (answer: Answer) => void): void {
  const { id, job } = request;
  try {
    const segmentation = segmentationOf(job, tell, id);
    if (request.kind === 'segment') tell({ id, kind: 'proposal', proposal: segmentation.proposal });
    else tell({ id, kind: 'evidence', evidence: evidenceFor(segmentation, request.span) });
  } catch (error) {
    tell({ id, kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (request: Request) => answer(request, (a) => parentPort?.postMessage(a)));
