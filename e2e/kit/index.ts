/**
 * The review kit: a Playwright `test` with a desk, page objects that speak the newspaper, and matchers. docs/qa.md shows
 * how to script a review with it. What is exported here is versioned like an API: see CHANGELOG.md.
 */
export { ArchiveWindow } from './archive.ts';
export type { WantedIssues } from './archive-filters.ts';
export { ArchiveSelection, type BatchOutcome } from './archive-selection.ts';
export { ArticleHandle, type KitCredit, type TextChange } from './article.ts';
export type { Card } from './article-list.ts';
export type { FieldName } from './article-pane.ts';
export { Desk, LANDMARKS } from './desk.ts';
export { Doubts, ShownDoubt } from './doubts.ts';
export { type KitFixtures, type KitOptions, test } from './fixtures.ts';
export type { LineRange, WantedArticle } from './gold.ts';
export {
  copyIssue,
  linesOf,
  sample,
  samples,
  samplesFolder,
  writeIssue,
} from './issues.ts';
export { type LineOwner, type LineRole, Lines } from './lines.ts';
export { expect } from './matchers.ts';
export { type KitNote, Notes } from './notes.ts';
export { CannotBe } from './words.ts';
