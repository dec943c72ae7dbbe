import { afterEach, describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { replay } from './replay.ts';
import { createSegmenting, type Segmenting } from './segmenting.ts';

const job = (text: string) => ({ key: text, text, name: 'daily.txt' });
const TEXT =
  '全市妇女工作会召开\n\n本报讯 （记者 王某） 昨日下午，全市妇女工作会议在城北召开。\n会议要求各县抓住时机。\n';

let open: Segmenting[] = [];
afterEach(async () => {
  await Promise.all(open.map((s) => s.close()));
  open = [];
});

function segmentingWith(url: URL): Segmenting {
  const made = createSegmenting(url);
  open.push(made);
  return made;
}

/** A worker of a few lines. */
const worker = (code: string): Segmenting =>
  segmentingWith(
    new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${code}`)}`),
  );

const FOREVER = `parentPort.on('message', ({ id }) => { parentPort.postMessage({ id, kind: 'progress', done: 0.25 }); for (;;); });`;

describe('the segmenter in its worker', () => {
  it('proposes, and explains what it proposed', async () => {
    const segmenting = segmentingWith(new URL('./worker.ts', import.meta.url));
    const proposal = await segmenting.segment(job(TEXT));
    expect(replay(issueOf(TEXT), proposal, []).review).toBe(proposal.review);
    expect(proposal.review.articles.length).toBeGreaterThan(0);
    const evidence = await segmenting.explain(job(TEXT), { from: 0, to: TEXT.length });
    expect(evidence[0]?.rule).toMatch(/^role /);
    const ofRole = evidence.filter((e) => e.rule.startsWith(`${evidence[0]?.rule}: `) && e.span === evidence[1]?.span);
    const weights = ofRole.map((e) => Math.abs(e.weight));
    expect(weights.length).toBeGreaterThan(0);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    const none = await segmenting.explain(job(TEXT), { from: TEXT.length, to: TEXT.length });
    expect(none).toEqual([]);
  });
});

describe('segmenting', () => {
  it('tells how far it is, and is cancelled within 100 ms though the worker never answers', async () => {
    const segmenting = worker(FOREVER);
    const cancel = new AbortController();
    const progress = Promise.withResolvers<number>();
    const proposal = segmenting.segment(job('x'), { signal: cancel.signal, progress: progress.resolve });
    expect(await progress.promise).toBe(0.25);
    const before = performance.now();
    cancel.abort();
    await expect(proposal).rejects.toMatchObject({ problem: { key: 'cancelled' } });
    expect(performance.now() - before).toBeLessThan(100);
  });

  it('a job that waits in line is cancelled without harm to the one before it', async () => {
    const segmenting = worker(
      `parentPort.on('message', ({ id, job }) => setTimeout(() => parentPort.postMessage({ id, kind: 'proposal', proposal: job.text }), 30));`,
    );
    const cancel = new AbortController();
    const first = segmenting.segment(job('first'));
    const second = segmenting.segment(job('second'), { signal: cancel.signal });
    const third = segmenting.segment(job('third'));
    cancel.abort();
    await expect(second).rejects.toMatchObject({ problem: { key: 'cancelled' } });
    expect(await Promise.all([first, third])).toEqual(['first', 'third']);
  });

  it('tries once more when the worker dies', async () => {
    const segmenting = worker(
      `import { existsSync, writeFileSync } from 'node:fs';
       const mark = ${JSON.stringify(`/tmp/galley-died-${process.pid}-${Date.now()}`)};
       parentPort.on('message', ({ id }) => {
         if (existsSync(mark)) parentPort.postMessage({ id, kind: 'proposal', proposal: 'in the second life' });
         else { writeFileSync(mark, ''); process.exit(1); }
       });`,
    );
    expect(await segmenting.segment(job('x'))).toBe('in the second life');
  });

  it.each([
    ['exits', 'process.exit(3)'],
    ['throws', `setTimeout(() => { throw new Error('out of memory') })`],
  ])('says so when it dies twice: %s', async (_, death) => {
    const segmenting = worker(`parentPort.on('message', () => { ${death} });`);
    const failed = await segmenting.segment(job('x')).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DeskError);
    expect(failed).toMatchObject({ problem: { key: 'worker died' } });
  });

  it('does not try again what the segmenter itself refuses', async () => {
    const segmenting = worker(
      `let n = 0; parentPort.on('message', ({ id }) => parentPort.postMessage({ id, kind: 'failed', message: 'rule ' + ++n }));`,
    );
    await expect(segmenting.segment(job('x'))).rejects.toMatchObject({
      problem: { key: 'internal', detail: 'rule 1' },
    });
  });

  it('ends what runs when it is closed', async () => {
    const segmenting = worker(FOREVER);
    const progress = Promise.withResolvers<number>();
    const proposal = segmenting.segment(job('x'), { progress: progress.resolve });
    const ended = expect(proposal).rejects.toMatchObject({ problem: { key: 'cancelled' } });
    await progress.promise;
    await segmenting.close();
    await ended;
  });
});
