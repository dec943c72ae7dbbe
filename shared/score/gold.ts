/**
 * What an issue should have become: one line for each line of the issue that is not blank, `NUMBER <tab> ARTICLE <tab>
 * ROLE` (`-`: outside; `…+mixed`: text of two articles, not scored), and beside it, if there is one, what the articles
 * read: `{ articles: { ID: { headline, bylines, paragraphs } } }`.
 */
import { z } from 'zod';
import type { GalleyDocument } from '../document/document.ts';

export interface GoldLine {
  /** Null: outside. */
  readonly article: string | null;
  readonly role: string;
  readonly mixed: boolean;
}

const printed = z.object({
  headline: z.string().nullish(),
  bylines: z.array(z.object({ name: z.string() })).optional(),
  paragraphs: z.array(z.union([z.string(), z.object({ text: z.string() })])).optional(),
});
type Printed = z.infer<typeof printed>;

export interface Gold {
  /** By line number, from 1. */
  readonly lines: ReadonlyMap<number, GoldLine>;
  /** Null where nobody wrote down how the articles read. */
  readonly articles: ReadonlyMap<string, Printed> | null;
}

/** Throws with a sentence when a row is not one of a gold file. */
export function readGold(tsv: string, articles: string | null): Gold {
  const lines = new Map<number, GoldLine>();
  for (const [i, row] of tsv.split('\n').entries()) {
    if (row.trim() === '') continue;
    const [number, article, role] = row.trimEnd().split('\t');
    if (!/^\d+$/.test(number ?? '') || !article || !role) throw new Error(`row ${i + 1} is not “line, article, role”`);
    lines.set(Number(number), {
      article: article === '-' ? null : article,
      role: role.replace('+mixed', ''),
      mixed: role.endsWith('+mixed'),
    });
  }
  return { lines, articles: articles === null ? null : printedArticles(JSON.parse(articles)) };
}

function printedArticles(json: unknown): ReadonlyMap<string, Printed> {
  const outer = z.object({ articles: z.record(z.string(), z.unknown()) }).safeParse(json);
  const record = outer.success ? outer.data.articles : z.record(z.string(), z.unknown()).parse(json);
  return new Map(
    Object.entries(record).flatMap(([id, value]) => {
      const read = printed.safeParse(value);
      return read.success ? [[id, read.data] as const] : [];
    }),
  );
}

/** A reading of an issue by lines: who owns each, in which role. */
export interface Reading {
  readonly lines: ReadonlyMap<number, { readonly article: string | null; readonly role: string }>;
  readonly document: GalleyDocument;
}

export function readingOf(document: GalleyDocument): Reading {
  const lines = new Map<number, { readonly article: string | null; readonly role: string }>();
  const claim = (article: string | null, role: string, ranges: readonly (readonly [number, number])[]) => {
    for (const [first, last] of ranges) for (let line = first; line <= last; line++) lines.set(line, { article, role });
  };
  for (const article of document.articles) for (const part of article.parts) claim(article.id, part.role, part.lines);
  for (const part of document.furniture) claim(null, part.role, part.lines);
  return { lines, document };
}

/** A reading taken for the gold: what another person made of the issue. */
export function goldOf(document: GalleyDocument): Gold {
  const lines = [...readingOf(document).lines].map(([number, line]) => [number, { ...line, mixed: false }] as const);
  const articles = document.articles.map(({ id, headline, bylines }): readonly [string, Printed] => [
    id,
    { headline, bylines: bylines.map(({ name }) => ({ name })) },
  ]);
  return { lines: new Map(lines), articles: new Map(articles) };
}
