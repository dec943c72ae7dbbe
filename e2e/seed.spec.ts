/** The seed page, a real page of a local daily: what Galley proposes is what an editor who knows the page would say. */
import { readFileSync } from 'node:fs';
import { expect, test } from './kit/index.ts';
import { hasSeed, SEED } from './seed.ts';

test.skip(!hasSeed, 'the seed page is no part of the project, and ../shared/corpus is not beside this checkout');

/** A line of the gold: number, article (`-`: outside), role. */
const gold = () =>
  readFileSync(SEED.replace(/\.txt$/, '.gold.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'))
    .map(([line, article, role]) => ({ line: Number(line), article: article ?? '', role: role ?? '' }));

interface GoldArticle {
  readonly headline: string | null;
  readonly bylines: readonly { readonly role: string; readonly name: string }[];
  readonly paragraphs: readonly { readonly text: string }[];
}
const goldArticles = () =>
  (
    JSON.parse(readFileSync(SEED.replace(/\.txt$/, '.articles.json'), 'utf8')) as {
      articles: Record<string, GoldArticle>;
    }
  ).articles;

test('the window shows its seven articles, each line with its owner; its export has all as printed', async ({
  desk,
}) => {
  await desk.open(SEED);
  await expect(desk.list.cards).toHaveCount(7);
  // Ids are the desk's own; the page order of the cards pairs them with the gold's.
  const rows = gold();
  const ownerOf = new Map<string, string>();
  const wrong: string[] = [];
  // One line in ten, and each place where the owner changes.
  const asked = rows.filter(
    (row, i) => i % 10 === 0 || row.article !== rows[i - 1]?.article || row.article !== rows[i + 1]?.article,
  );
  for (const { line, article, role } of asked) {
    const { articles, role: shown } = await desk.raw.owner(line);
    const id = articles.join(' ');
    const known = article === '-' ? '' : (ownerOf.get(article) ?? id);
    ownerOf.set(article, known);
    if (id !== known || shown !== role)
      wrong.push(`line ${line}: ${shown} of ${id || 'none'}, not ${role} of ${article}`);
  }
  expect(wrong).toEqual([]);
  expect(new Set(ownerOf.values()).size).toBe(ownerOf.size);

  // Its export has every headline, byline and paragraph as printed.
  const { articles, conservation } = await desk.document();
  const squeezed = (text: string | null) => text?.replaceAll(/\s/g, '') ?? null;
  const printed = Object.values(goldArticles()).map(({ headline, bylines, paragraphs }) => ({
    headline: squeezed(headline),
    bylines: bylines.map(({ role, name }) => `${role} ${name}`),
    paragraphs: paragraphs.map(({ text }) => squeezed(text)),
  }));
  const exported = articles.map(({ headline, bylines, paragraphs }) => ({
    headline: squeezed(headline),
    bylines: bylines.map(({ role, name }) => `${role} ${name}`),
    paragraphs: paragraphs.map(({ text }) => squeezed(text)),
  }));
  for (const article of printed) expect(exported).toContainEqual(article);
  expect(exported).toHaveLength(printed.length);
  const { nonBlank, inArticles, outside } = conservation;
  expect(inArticles + Object.values(outside).reduce((sum, count) => sum + count, 0)).toBe(nonBlank);
});
