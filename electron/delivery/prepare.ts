/** What a profile makes of an issue's document: the files, with the names that they want and what the manifest says. */
import { createHash } from 'node:crypto';
import type { DeliveredFile } from '../../shared/contract/delivery.ts';
import type { ExportFormat } from '../../shared/contract/formats.ts';
import { ENCODABLE, type ExportProfile, filled, type Placeholder } from '../../shared/contract/profile.ts';
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf, select } from '../../shared/document/select.ts';
import type { ArticleState } from '../../shared/model/review.ts';
import { isoDay } from '../archive/day.ts';
import type { Scan } from '../export/blocks.ts';
import { exportDocument, exportName, extensionOf } from '../export/export.ts';
import { jsonLine } from '../export/json.ts';
import { encodeAs } from './encode.ts';
import { safePart, type WantedName } from './safe-name.ts';

export interface DeliveredIssue {
  readonly document: GalleyDocument;
  /** Below its archive, with `/`; its name where it is in none. */
  readonly path: string;
  /** The last entry of its journal; null where it has no review. */
  readonly position: number | null;
  /** Rules of the archive that it breaks. */
  readonly breaks: readonly string[];
  /** Where its text stands on its pages, if an import brought that along. */
  readonly scan?: Scan | undefined;
}

/** A file, but for the name that it gets. */
export interface PreparedFile {
  readonly wanted: WantedName;
  readonly bytes: Uint8Array;
  readonly record: Omit<DeliveredFile, 'file' | 'numbered'>;
}

/** The files of an issue; none where the profile takes none of its articles. */
export async function prepareFiles(issue: DeliveredIssue, profile: ExportProfile): Promise<readonly PreparedFile[]> {
  const files: PreparedFile[] = [];
  const { breaks } = issue;
  const stamped = breaks.length > 0 ? { ...issue.document, breaks } : issue.document;
  for (const { document, article } of documentsOf(stamped, profile))
    files.push(await fileOf(issue, profile, document, article));
  return files;
}

interface Part {
  readonly document: GalleyDocument;
  /** The article that is alone in it. */
  readonly article: DocumentArticle | null;
}

function documentsOf(document: GalleyDocument, { articles, fields, per }: ExportProfile): readonly Part[] {
  const isIn = ({ state }: DocumentArticle) => articles === 'all' || state === 'settled';
  if (per === 'issue') {
    const part = select(document, { article: isIn, fields, outside: true });
    return articles === 'settled' && part.articles.length === 0 ? [] : [{ document: part, article: null }];
  }
  return document.articles.filter(isIn).map((one) => ({
    document: select(document, { article: ({ id }) => id === one.id, fields, outside: false }),
    article: one,
  }));
}

async function fileOf(
  issue: DeliveredIssue,
  profile: ExportProfile,
  document: GalleyDocument,
  article: DocumentArticle | null,
): Promise<PreparedFile> {
  const { bytes, lost } = await bytesOf(document, profile, issue.scan);
  const { partial, conservation, source } = document;
  return {
    wanted: wantedName(issue.path, profile, document, article),
    bytes,
    record: {
      bytes: bytes.length,
      sha256: sha256(bytes),
      format: profile.format,
      profile: profile.name,
      issue: issue.path,
      source: source.sha256,
      position: issue.position,
      state: leastOf(document.articles),
      article: article?.id ?? null,
      articles: document.articles.map((one) => ({ id: one.id, state: one.state, sha256: sha256(jsonLine(one)) })),
      leftOut: {
        articles: partial?.articles.map(({ id }) => id) ?? [],
        fields: [...(partial?.fields ?? [])],
        outside: conservation.outside,
      },
      ...(lost !== '' && { unencodable: lost }),
      ...(issue.breaks.length > 0 && { breaks: [...issue.breaks] }),
    },
  };
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

const STATES: readonly ArticleState[] = ['proposed', 'in review', 'settled'];
const leastOf = (articles: readonly DocumentArticle[]): ArticleState =>
  STATES.find((state) => articles.some((one) => one.state === state)) ?? 'proposed';

/** Characters that an encoding can't hold, named at most. */
const LOST_NAMED = 40;

/** The file's bytes; `lost`: the characters that the encoding can't hold. */
async function bytesOf(
  document: GalleyDocument,
  { format, encoding, lineEnd }: ExportProfile,
  scan: Scan | undefined,
): Promise<{ bytes: Uint8Array; lost: string }> {
  if (!ENCODABLE.has(format))
    return { bytes: await exportDocument(document, format, { ...(scan && { scan }) }), lost: '' };
  const write = async (remarks: readonly string[]) =>
    encodeAs(Buffer.from(await exportDocument(document, format, { remarks, lineEnd })).toString('utf8'), encoding);
  const first = await write([]);
  if (first.lost.size === 0) return { bytes: first.bytes, lost: '' };
  const count = [...first.lost.values()].reduce((a, b) => a + b, 0);
  const numbers = [...first.lost.keys()].slice(0, LOST_NAMED).map(codeOf).join(', ');
  // Once more, for the file itself must say it.
  const { bytes } = await write([
    `Characters that ${encoding} can't hold are written by their number, such as [U+5409]: ${count} in all, ${numbers}.`,
  ]);
  return { bytes, lost: [...first.lost.keys()].slice(0, LOST_NAMED).join('') };
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The pattern of files of articles where a profile has none. */
const ARTICLE_PATTERN = '{folder}/{file}/{article} {headline}';

function wantedName(
  path: string,
  { pattern, format, per }: ExportProfile,
  document: GalleyDocument,
  article: DocumentArticle | null,
): WantedName {
  const extension = endingOf(format);
  const parts = path.split('/');
  const folder = parts.slice(0, -1);
  if (pattern === '' && per === 'issue') {
    const name = exportName(parts.at(-1) ?? path, format);
    return { folders: folder.map((one) => safePart(one)), stem: name.slice(0, -extension.length - 1), extension };
  }
  const value = valuesOf(path, document, article);
  // The folder of the issue is as deep as it is; a slash in any other value is no folder.
  const named = (pattern || ARTICLE_PATTERN).split('/').flatMap((part) => {
    if (part.trim() === '{folder}') return folder.map((one) => safePart(one));
    const text = filled(part, value).trim();
    return text === '' ? [] : [safePart(text)];
  });
  return { folders: named.slice(0, -1), stem: named.at(-1) ?? '_', extension };
}

/** A plain text says in its name that it is no issue: else an archive would take a delivery within it for issues. */
const endingOf = (format: ExportFormat): string => (format === 'text' ? 'articles.txt' : extensionOf(format));

/** UTF-16 units of an article's first words that stand for a headline. */
const FIRST_WORDS = 24;

function valuesOf(path: string, document: GalleyDocument, article: DocumentArticle | null) {
  const { masthead, source } = document;
  const place = article && placesOf(document)[0];
  const values: { readonly [holder in Placeholder]: string } = {
    folder: path.split('/').slice(0, -1).join(' '),
    file: (path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/su, ''),
    paper: masthead.paper ?? '',
    date: isoDay(masthead.date ?? '') || (masthead.date ?? ''),
    edition: masthead.edition ?? '',
    page: masthead.pages ?? '',
    article: place ? String(place.index).padStart(Math.max(2, String(place.of).length), '0') : '',
    id: article?.id ?? '',
    headline: article ? shortTitle(article) : '',
    byline: article?.bylines.map(({ name }) => name).join(', ') ?? '',
    section: article?.section ?? '',
    state: article?.state ?? '',
    sha: source.sha256.slice(0, 8),
  };
  return (holder: Placeholder): string => values[holder];
}

function shortTitle({ headline, kicker, subhead, paragraphs }: DocumentArticle): string {
  const title = headline ?? kicker ?? subhead;
  return title ?? paragraphs[0]?.text.slice(0, FIRST_WORDS).toWellFormed() ?? '';
}
