/** How far the reviews of a list are: asked for one after the other, those in view first, shown some at a time. Pure. */
import type { FileId, IssueStanding } from '../../shared/contract/issue.ts';

type Standings = ReadonlyMap<FileId, IssueStanding>;

/** Milliseconds between two times that the list is drawn with what came meanwhile: drawn for each, it would cost its square. */
const REST = 100;

interface Asking {
  /** The files to ask about, and those of them that are in view just now. */
  readonly files: readonly FileId[];
  readonly inView: () => readonly FileId[];
  /** Null where nothing can be said. */
  readonly ask: (file: FileId) => Promise<IssueStanding | null>;
  /** All that is known so far. */
  readonly show: (known: Standings) => void;
  readonly isOver: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Asks until all is known or it is over. */
export async function askStandings({ files, inView, ask, show, isOver, now }: Asking): Promise<void> {
  const left = new Set(files);
  const known = new Map<FileId, IssueStanding>();
  let shown = Number.NEGATIVE_INFINITY;
  for (;;) {
    const file = inView().find((one) => left.has(one)) ?? left.values().next().value;
    if (file === undefined) return;
    left.delete(file);
    const standing = await ask(file);
    if (isOver()) return;
    if (standing) known.set(file, standing);
    if (left.size > 0 && now() - shown < REST) continue;
    show(new Map(known));
    shown = now();
  }
}
