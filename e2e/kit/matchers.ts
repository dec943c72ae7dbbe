/** What a review script asserts: `await expect(desk).toHaveArticles([…])`. Each says what is wrong in the newspaper's words. */
import { expect as base } from '@playwright/test';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { seriousFaults } from './axe.ts';
import type { Desk } from './desk.ts';
import { differencesFrom, differencesFromGold, rangesInWords, type WantedArticle } from './gold.ts';

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

const verdict = (name: string, faults: readonly string[]): Verdict => ({
  pass: faults.length === 0,
  message: () => (faults.length === 0 ? `expected otherwise: ${name}` : [`not so: ${name}`, ...faults].join('\n  – ')),
});

/** White space that no line needs an owner for; as `Issue`'s blanks (architecture.md). */
const BLANK = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** Lines of the issue whose characters the document loses or holds twice. */
function conservationFaults(document: GalleyDocument, lines: readonly string[]): readonly string[] {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines.slice(1)) {
    starts.push(length);
    length += line.length + 1;
  }
  const text = lines.slice(1).join('\n');
  const owners = new Uint8Array(text.length);
  const spans = [...document.articles.flatMap((article) => article.parts), ...document.furniture].flatMap(
    (part) => part.spans,
  );
  for (const [from, to] of spans) for (let at = from; at < to; at++) owners[at] = Math.min((owners[at] ?? 0) + 1, 2);
  const lost = new Set<number>();
  const twice = new Set<number>();
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    while (line < starts.length && (starts[line] ?? 0) <= at) line++;
    if (owners[at] === 1 || BLANK.test(text.charAt(at))) continue;
    (owners[at] === 0 ? lost : twice).add(line);
  }
  return [
    ...(lost.size > 0 ? [`text of lines ${rangesInWords([...lost])} is in no part`] : []),
    ...(twice.size > 0 ? [`text of lines ${rangesInWords([...twice])} is in two parts`] : []),
  ];
}

/** Playwright's `expect`, with what is asserted of a review: `await expect(desk).toHaveArticles([…])`. */
export const expect = base.extend({
  /** Every character of the issue is in the export once: lost 0, doubled 0. */
  async toConserve(desk: Desk): Promise<Verdict> {
    const document = await desk.document();
    return verdict(
      'every character of the issue is exported once',
      conservationFaults(document, await desk.issueLines()),
    );
  },

  /** The review has these articles, in this order; what is left out of one may be anything. */
  async toHaveArticles(desk: Desk, wanted: readonly WantedArticle[]): Promise<Verdict> {
    return verdict('the review has these articles', differencesFrom(await desk.document(), wanted));
  },

  /** The articles are those of a gold file, as sets of lines. */
  async toMatchGold(desk: Desk, goldFile: string): Promise<Verdict> {
    return verdict(`the articles are those of ${goldFile}`, differencesFromGold(await desk.document(), goldFile));
  },

  /** All that was done is on the disk, or is soon. */
  async toBeSaved(desk: Desk): Promise<Verdict> {
    // What is wanted is waited for; when it does not come, the state says why.
    if (!this.isNot) await desk.status.saved().catch(() => undefined);
    const state = await desk.status.state();
    return verdict('everything is saved', state === 'saved' ? [] : [`the desk says: ${state}`]);
  },

  /** No serious or critical finding of axe in what the window shows, or in the part of it that `within` (CSS) selects. */
  async toHaveNoSeriousA11yIssue(desk: Desk, within?: string): Promise<Verdict> {
    const faults = await seriousFaults(desk.page, within);
    return verdict('the window has no serious fault of accessibility', faults);
  },
});
