/** The review kit: Playwright fixtures and page objects that speak the newspaper. */
export { expect } from '@playwright/test';
export type { Card } from './article-list.ts';
export type { FieldName } from './article-pane.ts';
export { Desk, LANDMARKS } from './desk.ts';
export { type KitOptions, test } from './fixtures.ts';
export { copyIssue, hasSeed, linesOf, SEED, sample, samples, WITHOUT_SEED, writeIssue } from './issues.ts';
