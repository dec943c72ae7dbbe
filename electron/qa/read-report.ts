/** Reads a report that an earlier run wrote (its .json): what of it is compared with another. */
import { z } from 'zod';
import { FIGURES, type Figure, type Figures } from '../../shared/score/figures.ts';
import { type EarlierReport, REPORT_SCHEMA, type Report } from './report.ts';

const line = z.int().min(1);
const article = z.object({
  headline: z.string().nullable(),
  lines: z.array(z.tuple([line, line])),
  bylines: z.array(z.string()),
});
const articles = z.array(article);
const goldArticles = z.array(z.object({ ...article.shape, headline: z.exactOptional(article.shape.headline) }));
const figure: z.ZodType<Figure> = z.object({
  value: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
const figures: z.ZodType<Figures> = z.record(z.enum(FIGURES), figure);
const count = z.int().min(0).nullable();

/** Reports of 0.2 (galley-qa/1) say of their issues what is compared. */
const earlierSchema = z.object({
  schema: z.enum(['galley-qa/1', REPORT_SCHEMA]),
  galley: z.string(),
  made: z.string(),
  figures: figures.nullable(),
  issues: z.array(z.object({ name: z.string(), articles })),
});

const reportSchema = z.object({
  ...earlierSchema.shape,
  schema: z.literal(REPORT_SCHEMA),
  folder: z.string(),
  seed: z.int(),
  goldFrom: z.enum(['gold', 'second reader']),
  issues: z.array(
    z.object({
      name: z.string(),
      reviewed: z.boolean(),
      openDoubts: z.int().min(0),
      proposedArticles: articles,
      articles,
      goldArticles: goldArticles.nullable(),
      exact: count,
      wanted: count,
      effort: z.number().nullable(),
    }),
  ),
  failed: z.array(z.object({ name: z.string(), why: z.string() })),
});

/** Null when it is no report of galley qa. */
export function readEarlierReport(json: string): EarlierReport | null {
  const { data } = earlierSchema.safeParse(parsed(json));
  return data ? { ...data, isCoarse: data.schema !== REPORT_SCHEMA } : null;
}

/** A report without its scripts and its sample, to be compared; null when it is none, or one of an older version. */
export function readReport(json: string): Report | null {
  const { data } = reportSchema.safeParse(parsed(json));
  return data ? { ...data, scripts: [], acceptance: null, against: null } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
