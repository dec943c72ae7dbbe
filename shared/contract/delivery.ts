/**
 * What a delivery says of itself: `galley-manifest.json` beside the files, and the report of what is new in it. The
 * receiver goes by it: an article has the same issue and id in every delivery.
 */
import { z } from 'zod';
import { EXPORT_FIELDS } from '../document/document.ts';
import { OUTSIDE_ROLES } from '../model/roles.ts';
import { EXPORT_FORMATS } from './formats.ts';

export const MANIFEST_SCHEMA = 'galley-manifest/1';
export const MANIFEST_NAME = 'galley-manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const states = z.enum(['proposed', 'in review', 'settled']);
const path = z.string().min(1).max(10_000);
/** How a file or article is against the delivery before. */
const change = z.enum(['added', 'changed', 'unchanged']);
export type DeliveryChange = z.infer<typeof change> | 'withdrawn';

const article = z.object({
  id: z.string().max(100),
  state: states,
  /** Of what the article says, whatever the format. */
  sha256: hash,
});

export const deliveredFileSchema = z.object({
  /** Below the manifest's folder, with `/`. */
  file: path,
  bytes: z.int().min(0),
  sha256: hash,
  format: z.enum(EXPORT_FORMATS),
  /** The profile it was made by; the format's name where there was none. */
  profile: z.string().max(100),
  /** Below the archive, with `/`; the name of the file alone where it was delivered alone. */
  issue: path,
  /** SHA-256 of the issue's bytes. */
  source: hash,
  /** The last entry of the review's journal that is in it; null: nobody has reviewed the issue. */
  position: z.int().min(0).nullable(),
  /** The least of its articles'. */
  state: states,
  /** Set in a file of one article. */
  article: z.string().max(100).nullable(),
  articles: z.array(article),
  leftOut: z.object({
    /** Ids of articles of the issue that are not in the file. */
    articles: z.array(z.string().max(100)),
    fields: z.array(z.enum(EXPORT_FIELDS)),
    /** Non-blank characters of the issue that are in no article, by what they are. */
    outside: z.partialRecord(z.enum(OUTSIDE_ROLES), z.int().min(0)),
  }),
  /** Characters that the encoding can't hold; written as `[U+5409]`. */
  unencodable: z.string().exactOptional(),
  /** Rules of the archive that it breaks: it was delivered with that stamp. */
  breaks: z.array(z.string().max(100)).exactOptional(),
  /** Another file had the name that was wanted. */
  numbered: z.literal(true).exactOptional(),
});
export type DeliveredFile = z.infer<typeof deliveredFileSchema>;

const manifestFileSchema = deliveredFileSchema.extend({
  change,
  /** ISO time of the delivery in which it changed last. */
  since: z.string().max(40),
  articles: z.array(article.extend({ change })),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

const withdrawnSchema = z.object({
  file: path,
  sha256: hash,
  profile: z.string().max(100),
  issue: path,
  /** Articles that were in it and are in no file of the profile any more. */
  articles: z.array(z.string().max(100)),
  /** ISO time of the delivery that withdrew it. The file itself is left where it is. */
  since: z.string().max(40),
});

export const manifestSchema = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  /** ISO time of the last delivery. */
  delivered: z.string().max(40),
  files: z.array(manifestFileSchema),
  withdrawn: z.array(withdrawnSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

const counts = z.object({
  added: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  withdrawn: z.int().min(0),
});
export type DeliveryCounts = z.infer<typeof counts>;

/** Files that a report names. */
export const REPORTED = 200;

export const deliveryReportSchema = z.object({
  files: counts,
  articles: counts,
  /** Files that got a number because another has the name that was wanted. */
  numbered: z.int().min(0),
  /** Files with characters that the encoding can't hold. */
  unencodable: z.int().min(0),
  /** The first of the files, those that change first. */
  named: z
    .array(z.object({ file: path, change: z.enum(['added', 'changed', 'unchanged', 'withdrawn']) }))
    .max(REPORTED),
});
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;
