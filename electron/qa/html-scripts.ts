/** What review scripts found: a table, and of each failure why, what was done, the window as it stood, and a trace. */
import { escaped, linkTo, section, table } from './html-parts.ts';
import type { Evidence, ScriptRun } from './scripts.ts';

const failureAnchor = (at: number): string => `script-${at + 1}`;

export function scriptSections(scripts: readonly ScriptRun[], evidence: readonly Evidence[]): string {
  if (scripts.length === 0) return '';
  const rows = scripts.map(({ script, issue, passed, seconds }, i) => [
    passed ? escaped(script) : linkTo(failureAnchor(i), script),
    escaped(issue),
    passed ? 'passed' : '<span class="failed">failed</span>',
    `${seconds.toFixed(1)} s`,
  ]);
  const failures = scripts.map((run, i) => (run.passed ? '' : failure(run, i, evidence[i])));
  return section('Scripts', table(['script', 'issue', 'result', 'time'], rows)) + failures.join('');
}

function failure({ script, issue, why, steps }: ScriptRun, at: number, evidence: Evidence | undefined): string {
  const name = `${script} on ${issue}`;
  const done = steps.map(({ title, failed }) => `<li${failed ? ' class="failed"' : ''}>${escaped(title)}</li>`);
  const picture = evidence?.picture
    ? `<p><img alt="The window when ${escaped(name)} failed" src="data:image/png;base64,${evidence.picture}"/></p>`
    : '';
  const trace = evidence?.trace
    ? `<p><a download="${escaped(name)}.trace.zip" href="data:application/zip;base64,${evidence.trace}">The trace</a>, for <code>npx playwright show-trace</code>.</p>`
    : '';
  return `<h2 id="${failureAnchor(at)}">${escaped(name)}</h2>
<pre>${escaped(why ?? '')}</pre>
<ol>${done.join('')}</ol>
${picture}${trace}
`;
}
