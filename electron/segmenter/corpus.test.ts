/** The segmenter on ../shared/corpus. Skipped, with a message, where that is absent. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countNonBlank } from '../../shared/model/blank.ts';
import { checkReview } from '../../shared/model/check.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { lineAt, linesSpan } from '../../shared/model/lines.ts';
import { goldIssues, hasCorpus } from './finish/testing/gold.ts';
import { segment } from './segment.ts';

const CORPUS = resolve(fileURLToPath(import.meta.url), '../../../../shared/corpus');
if (!hasCorpus) console.error(`corpus test skipped: ${CORPUS} is absent`);

/** Owner of each line of a proposal: article id, or `-`. */
function ownersOf(text: string): Map<number, string> {
  const issue = issueOf(text);
  const { review } = segment(text).proposal;
  const owners = new Map<number, string>();
  const claim = (from: number, to: number, owner: string): void => {
    for (let n = lineAt(issue.lines, from); n <= lineAt(issue.lines, Math.max(from, to - 1)); n++) {
      const line = linesSpan(issue.lines, n, n);
      if (countNonBlank(text, Math.max(from, line.from), Math.min(to, line.to)) > 0) owners.set(n, owner);
    }
  };
  for (const article of review.articles)
    for (const piece of article.pieces) if (piece.kind === 'run') claim(piece.from, piece.to, article.id);
  for (const run of review.outside) claim(run.from, run.to, '-');
  return owners;
}

describe.skipIf(!hasCorpus)('on the corpora (skipped where ../shared is absent)', () => {
  it('reads the seed page as its gold does', () => {
    const base = join(CORPUS, 'seed/lvliang-daily');
    const [seed] = goldIssues('seed');
    const owners = ownersOf(seed?.assigned.issue.text ?? '');
    const named = new Map<string, string>();
    for (const row of readFileSync(`${base}.gold.tsv`, 'utf8').trim().split('\n')) {
      const [line, article = ''] = row.split('\t');
      const owner = owners.get(Number(line)) ?? 'nobody';
      expect(named.get(article) ?? owner, `line ${line}`).toBe(owner);
      named.set(article, owner);
    }
    expect(new Set(named.values()).size).toBe(named.size);
    expect(named.get('-')).toBe('-');
  });

  it.each(['press-zh', 'press-en', 'real-en'])('owns every character of %s once', { timeout: 60_000 }, (set) => {
    for (const { name, assigned } of goldIssues(set))
      expect(checkReview(assigned.issue, segment(assigned.issue.text).proposal.review), name).toEqual([]);
  });
});
