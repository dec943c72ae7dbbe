/** What axe finds wrong with a window, for who can't see it or can't use a mouse. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Elements of one fault that a message names. */
const MOST_NAMED = 3;
/** Characters of an element's markup that a message quotes. */
const MOST_MARKUP = 200;

/**
 * The serious and critical faults in the page, or in what `within` selects (a dialog makes the rest inert): the rule and
 * the first elements that break it, a sentence each.
 */
export async function seriousFaults(page: Page, within?: string): Promise<readonly string[]> {
  // In the page itself: there are no frames of other origins, for which axe would open a second page.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) =>
      nodes.slice(0, MOST_NAMED).map(({ html }) => `${help}: ${html.slice(0, MOST_MARKUP)}`),
    );
}
