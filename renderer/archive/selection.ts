/** Which issues of a view are selected: some, or all less some, so that a hundred thousand can be selected at once. */
import type { ArchiveChoice, ArchiveFilter, IssueNumber } from '../../shared/contract/archive.ts';

export interface Selected {
  /** All of the view but `issues`; else `issues` alone. */
  readonly all: boolean;
  readonly issues: ReadonlySet<IssueNumber>;
}

export const NOTHING: Selected = { all: false, issues: new Set() };
export const EVERYTHING: Selected = { all: true, issues: new Set() };

export const isSelected = ({ all, issues }: Selected, issue: IssueNumber): boolean => issues.has(issue) !== all;

export const only = (issues: readonly IssueNumber[]): Selected => ({ all: false, issues: new Set(issues) });

export function toggled(selected: Selected, issue: IssueNumber): Selected {
  const issues = new Set(selected.issues);
  if (!issues.delete(issue)) issues.add(issue);
  return { ...selected, issues };
}

/** These too. */
export function withMore({ all, issues }: Selected, more: readonly IssueNumber[]): Selected {
  const after = new Set(issues);
  for (const issue of more) all ? after.delete(issue) : after.add(issue);
  return { all, issues: after };
}

/** How many, of a view of so many issues. */
export const countOf = ({ all, issues }: Selected, total: number): number => (all ? total - issues.size : issues.size);

/** What the desk is told; nothing selected: all of the view. */
export function choiceOf(selected: Selected, filter: ArchiveFilter): ArchiveChoice {
  if (selected.all || selected.issues.size === 0) return { filter, except: [...selected.issues] };
  return { issues: [...selected.issues] };
}
