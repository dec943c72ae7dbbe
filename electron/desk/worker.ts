/** The worker thread that segments, so that nothing else waits for it. One request at a time (`segmenting.ts`). */
import { parentPort } from 'node:worker_threads';
import { DeskError } from '../../shared/contract/contract.ts';
import { overlaps, type Span } from '../../shared/model/position.ts';
import type { Evidence, Stage } from '../../shared/proposal.ts';
import { type Imported, importIssue } from '../import/import.ts';
import { type Explained, segmentToExplain } from '../segmenter/segment.ts';
import type { Answer, IssueJob, Request } from './messages.ts';

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_PAUSE = 50;

let last: (Explained & { readonly key: string }) | undefined;

function segmentationOf(job: IssueJob, tell: (answer: Answer) => void, id: number): Explained {
  if (last?.key === job.key) return last;
  let told = 0;
  const progress = (done: number) => {
    const now = Date.now();
    if (now - told < PROGRESS_PAUSE) return;
    told = now;
    tell({ id, kind: 'progress', done });
  };
  const { key, text, name, given, paper } = job;
  last = { key, ...segmentToExplain(text, { name, progress, ...(given && { given }), ...(paper && { paper }) }) };
  return last;
}

/** Stages whose decisions are explained feature by feature. */
const EXPLAINED: ReadonlySet<Stage> = new Set(['roles', 'bodies', 'heads']);

/**
 * The evidence for what stands in the span: the page reading's decisions with their features, then what was found in the
 * text, the weightiest first. A span without a length asks for its place.
 */
function evidenceFor({ segmentation, explain }: Explained, span: Span): readonly Evidence[] {
  const asked = { from: span.from, to: Math.max(span.to, span.from + 1) };
  const found = segmentation.evidence.filter((e) => !EXPLAINED.has(e.stage) && overlaps(e.span, asked));
  return [...explain(asked), ...found.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))];
}

/** Copies what can cross to another thread: candidates of an encoding are looked for when they are asked for. */
const plain = (imported: Imported): Imported => ({
  ...imported,
  decoded: { ...imported.decoded, candidates: [...imported.decoded.candidates] },
});

async function answer(request: Request, tell: (answer: Answer) => void): Promise<void> {
  const { id } = request;
  try {
    if (request.kind === 'import') {
      const imported = await importIssue(request.bytes, request.hints);
      return tell({ id, kind: 'imported', imported: plain(imported) });
    }
    const { job } = request;
    const segmented = segmentationOf(job, tell, id);
    if (request.kind === 'segment') tell({ id, kind: 'proposal', proposal: segmented.segmentation.proposal });
    else tell({ id, kind: 'evidence', evidence: evidenceFor(segmented, request.span) });
  } catch (error) {
    if (error instanceof DeskError) return tell({ id, kind: 'refused', problem: error.problem });
    tell({ id, kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (request: Request) => void answer(request, (a) => parentPort?.postMessage(a)));
