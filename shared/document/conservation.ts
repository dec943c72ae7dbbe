/** The conservation statement: how many characters went where. */
import { countNonBlank } from '../model/blank.ts';
import { runsOf } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import type { OutsideRole } from '../model/roles.ts';
import type { Conservation } from './document.ts';

/** `sha256`: of the runs put together by offset (UTF-8, hex). Counts are of non-blank UTF-16 units. */
export function conservationOf(issue: Issue, review: Review, sha256: string): Conservation {
  const count = (run: { readonly from: number; readonly to: number }) => countNonBlank(issue.text, run.from, run.to);
  let inArticles = 0;
  for (const article of review.articles) for (const run of runsOf(article)) inArticles += count(run);
  const outside: { [role in OutsideRole]?: number } = {};
  const by = { rule: 0, editor: 0 };
  for (const run of review.outside) {
    const n = count(run);
    outside[run.role] = (outside[run.role] ?? 0) + n;
    by[run.by] += n;
  }
  return { nonBlank: countNonBlank(issue.text), inArticles, outside, byRule: by.rule, byEditor: by.editor, sha256 };
}
