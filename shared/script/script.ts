/** A review that was done by hand, as a script of the review kit: its steps, and the articles at its end. */
import { buildDocument } from '../document/build.ts';
import type { Edit } from '../edits/edit.ts';
import type { Entry } from '../journal/entry.ts';
import { advance, type History, startHistory } from '../journal/history.ts';
import type { Issue } from '../model/review.ts';
import type { Source } from '../model/source.ts';
import type { Proposal } from '../proposal.ts';
import { literal, object, ranges } from './code.ts';
import { scriptOfGesture } from './gesture.ts';

export interface Recorded {
  /** The script: TypeScript that imports `galley/kit`. */
  readonly script: string;
  /** What was done by hand and no statement makes again, in words. Empty: the script makes the whole review. */
  readonly unscripted: readonly string[];
}

export interface Recording {
  readonly issue: Issue;
  readonly proposal: Proposal;
  readonly entries: readonly Entry[];
  readonly source: Source;
  /** Where the script finds the issue file: a path or address relative to itself. */
  readonly file: string;
}

/** What a script imports. */
const KIT = 'galley/kit';

/** Throws when an entry can't be made: the journal is not of this text. */
export function record(recording: Recording): Recorded {
  const { issue, proposal, entries, source, file } = recording;
  const statements: string[] = [];
  const unscripted: string[] = [];
  let history = startHistory(issue, proposal);
  for (const gesture of gesturesOf(entries)) {
    const before = history;
    history = gesture.reduce(playOn, history);
    const [first] = gesture;
    if (first && 'undo' in first) statements.push('desk.undo()');
    else if (first && 'redo' in first) statements.push('desk.redo()');
    else {
      const scripted = scriptOfGesture({
        issue,
        before: before.review,
        after: history.review,
        edits: gesture.flatMap((entry): readonly Edit[] => ('edit' in entry ? [entry.edit] : [])),
        doubts: before.proposal.doubts,
      });
      statements.push(...scripted.statements);
      unscripted.push(...scripted.unscripted);
    }
  }
  return {
    script: written(statements, unscripted, articlesOf(history, source), { name: source.name, file }),
    unscripted,
  };
}

function playOn(history: History, entry: Entry): History {
  const advanced = advance(history, entry);
  if (!advanced.ok) throw new Error(`entry ${entry.seq} can't be made: ${advanced.why}`);
  return advanced.history;
}

/** Entries of one gesture stand together; an undo or redo is one of its own. */
function gesturesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const gestures: Entry[][] = [];
  for (const entry of entries) {
    const last = gestures.at(-1);
    const group = 'group' in entry ? entry.group : null;
    const [first] = last ?? [];
    if (last && first && 'group' in first && group === first.group) last.push(entry);
    else gestures.push([entry]);
  }
  return gestures;
}

/** The articles at the end, as `toHaveArticles` reads them. */
function articlesOf({ issue, review, proposal }: History, source: Source): readonly string[] {
  const document = buildDocument({ issue, review, doubts: proposal.doubts, source, sha256: '' });
  return document.articles.map((article) => {
    const lines = article.parts.flatMap((part) =>
      part.lines.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i)),
    );
    const names = article.bylines.map(({ name }) => literal(name));
    return object({
      headline: article.headline === null ? 'null' : literal(article.headline),
      lines: ranges([...new Set(lines)].sort((a, b) => a - b)),
      bylines: names.length > 0 ? `[${names.join(', ')}]` : undefined,
    });
  });
}

function written(
  statements: readonly string[],
  unscripted: readonly string[],
  articles: readonly string[],
  { name, file }: { readonly name: string; readonly file: string },
): string {
  const missing = unscripted.map((what) => `  // Not recorded: ${what.replace(/\s+/g, ' ')}.\n`).join('');
  const steps = statements.map((statement) => `  await ${statement};\n`).join('');
  return `// A review recorded by Galley (galley record). Places are lines of the raw text.
import { expect, test } from ${literal(KIT)};

test(${literal(`review of ${name}`)}, async ({ desk }) => {
  await desk.open(new URL(${literal(file)}, import.meta.url));
${missing}${steps}  await expect(desk).toHaveArticles([
${articles.map((article) => `    ${article},\n`).join('')}  ]);
  await expect(desk).toConserve();
  await expect(desk).toBeSaved();
});
`;
}
