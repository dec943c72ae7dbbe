/** The documents of a second reader, who read the issues on their own: what they made of an issue stands for its gold. */
import { z } from 'zod';
import { DOCUMENT_SCHEMA } from '../../shared/document/document.ts';
import type { Gold, GoldLine } from '../../shared/score/gold.ts';

const line = z.int().min(1).max(10_000_000);
const part = z.object({ role: z.string(), lines: z.array(z.tuple([line, line])) });
const documentSchema = z.object({
  schema: z.literal(DOCUMENT_SCHEMA),
  articles: z.array(
    z.object({
      id: z.string(),
      headline: z.string().nullable(),
      bylines: z.array(z.object({ name: z.string() })),
      paragraphs: z.array(z.object({ text: z.string() })),
      parts: z.array(part),
    }),
  ),
  furniture: z.array(part),
});

/** The gold that an exported document (JSON) stands for. Throws with a sentence when it is none. */
export function readSecondReader(json: string): Gold {
  const read = documentSchema.safeParse(parsed(json));
  if (!read.success) throw new Error(`a second reader’s file is no document of Galley (${DOCUMENT_SCHEMA})`);
  const { articles, furniture } = read.data;
  const lines = new Map<number, GoldLine>();
  const claim = (article: string | null, { role, lines: ranges }: z.infer<typeof part>) => {
    for (const [first, last] of ranges)
      for (let number = first; number <= last; number++) lines.set(number, { article, role, mixed: false });
  };
  for (const { id, parts } of articles) for (const one of parts) claim(id, one);
  for (const one of furniture) claim(null, one);
  return { lines, articles: new Map(articles.map(({ id, ...printed }) => [id, printed])) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
