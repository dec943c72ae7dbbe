/** From what each line is to runs that tile the text: the border between reading lines and owning characters. */
import type { Issue, OutsideRun, RunPiece } from '../../shared/model/review.ts';
import { type ArticleRole, headRank, OUTSIDE_ROLES, type OutsideRole, type Role } from '../../shared/model/roles.ts';
import type { SetLine } from './lines/lines.ts';
import type { AssignedArticle } from './stages.ts';

/** What a line is. `article` numbers are any numbers; -1 is outside. `order` ranks the runs of one article for reading. */
export interface LineOwner {
  readonly article: number;
  readonly role: Role;
  readonly order: number;
}

const outsideRoles: ReadonlySet<string> = new Set(OUTSIDE_ROLES);
const OUTSIDE: LineOwner = { article: -1, role: 'furniture', order: 0 };
const isOut = (owner: LineOwner): boolean => isOutside(owner.role) || owner.article < 0;
const isOutside = (role: Role): role is OutsideRole => outsideRoles.has(role);

/** Articles (`a1` … by the place of their first run) and outside runs that tile the text. `owners[i]` is of `lines[i]`. */
export function runsOf(
  issue: Issue,
  lines: readonly SetLine[],
  owners: readonly LineOwner[],
): { articles: readonly AssignedArticle[]; outside: readonly OutsideRun[]; ids: ReadonlyMap<number, string> } {
  const placed = lines
    .map((line, i) => ({ from: line.from, read: i, owner: owners[i] ?? OUTSIDE }))
    .sort((a, b) => a.from - b.from);
  const outside: OutsideRun[] = [];
  const pieces = new Map<number, { run: RunPiece; order: number; read: number }[]>();
  for (let i = 0; i < placed.length; ) {
    const { from, owner, read } = placed[i] as (typeof placed)[number];
    let next = i + 1;
    // A line of the next column stands on the same line, but is read later: no run holds both.
    while (sameOwner(placed[next]?.owner, owner) && (isOut(owner) || placed[next]?.read === read + next - i)) next++;
    const start = i === 0 ? 0 : from;
    const to = placed[next]?.from ?? issue.text.length;
    if (isOutside(owner.role) || owner.article < 0) {
      outside.push({ from: start, to, role: isOutside(owner.role) ? owner.role : 'furniture', by: 'rule' });
    } else {
      const run: RunPiece = { kind: 'run', from: start, to, role: owner.role };
      const list = pieces.get(owner.article);
      if (list) list.push({ run, order: owner.order, read });
      else pieces.set(owner.article, [{ run, order: owner.order, read }]);
    }
    i = next;
  }
  if (placed.length === 0 && issue.text.length > 0)
    outside.push({ from: 0, to: issue.text.length, role: 'furniture', by: 'rule' });
  const ids = new Map<number, string>();
  const articles: AssignedArticle[] = [];
  for (const [article, runs] of pieces) {
    const id = `a${articles.length + 1}`;
    ids.set(article, id);
    runs.sort((a, b) => rank(a.run.role) - rank(b.run.role) || a.order - b.order || a.read - b.read);
    articles.push({ id, pieces: runs.map(({ run }) => run) });
  }
  return { articles, outside, ids };
}

const rank = (role: ArticleRole): number => headRank(role);

const sameOwner = (a: LineOwner | undefined, b: LineOwner): boolean =>
  a !== undefined && a.article === b.article && a.role === b.role && a.order === b.order;
