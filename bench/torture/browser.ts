/** Ordeals that need the real page in a real browser: specs of e2e/, repeated. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Ordeal, Outcome } from '../../electron/desk/testing/torture/ordeal.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');
const reportSchema = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });

/** Runs the tests of a spec whose names match; a test that fails, or passes only the second time, is a loss. */
function runSpec(spec: string, grep: string): Promise<Outcome> {
  const args = [PLAYWRIGHT, 'test', spec, '--grep', grep, '--reporter=json'];
  return new Promise((done, fail) => {
    const options = { cwd: ROOT, maxBuffer: 2 ** 28, env: { ...process.env, GALLEY_RESULTS: '' } };
    execFile(process.execPath, args, options, (_failed, stdout) => {
      const report = reportSchema.safeParse(parse(stdout));
      if (!report.success) return fail(new Error(`${spec} left no report`));
      const { expected, unexpected, flaky } = report.data.stats;
      const lost = unexpected + flaky;
      done({ runs: expected + lost, acknowledged: expected, lost, refused: 0 });
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const inBrowser = (row: number, name: string, nightly: number, spec: string, grep: string): Ordeal => ({
  row,
  each: 0, // `npm test` runs the spec itself
  nightly,
  name,
  run: () => runSpec(spec, grep),
});

/** None where the window is not built. */
export const BROWSER: readonly Ordeal[] = existsSync(
  resolve(ROOT, process.env.GALLEY_DIST ?? 'dist', 'electron/host.js'),
)
  ? [
      inBrowser(2, 'the page crashes in the browser while it edits', 200, 'e2e/states.spec.ts', 'the page crashes'),
      inBrowser(14, 'input methods: 12 scenarios of composing', 36, 'e2e/lexical/composition.spec.ts', '.'),
    ]
  : [];
