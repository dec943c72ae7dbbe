/**
 * METS with its page files (ALTO, PAGE, hOCR) as one package: the pages of its physical map, and the articles of its
 * logical map, which become the proposal.
 */
import { countNonBlank } from '../../shared/model/blank.ts';
import type { Given, GivenOutside, GivenRun } from '../../shared/model/given.ts';
import { lowerBound, type Span } from '../../shared/model/position.ts';
import { type ArticleRole, HEAD_ROLES, OUTSIDE_ROLES, type OutsideRole } from '../../shared/model/roles.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { isXmlFile, type Mets, type MetsDiv, type MetsFile, pagesOf, readMetsFile } from './mets-file.ts';
import { pathOfReference } from './package.ts';
import type { ImportedPage, SetBlock, SetText } from './pages.ts';
import { refusal } from './refusal.ts';
import { rootOf } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const KIND = 'METS';

/** The entry that is the METS of the package; null when there is none. */
export const metsEntry = (entries: readonly ZipEntry[]): ZipEntry | null =>
  entries.find(({ name }) => /\.xml$/i.test(name) && /mets/i.test(name)) ?? null;

/**
 * The files that a METS needs beside it, as it names them and as paths from its folder. Throws a `DeskError`: `part
 * outside` for a file that is not below the folder.
 */
export function partsOfMets(bytes: Uint8Array): readonly string[] {
  const hrefs = readMetsFile(bytes)
    .files.filter(isXmlFile)
    .map(({ href }) => href);
  return [...new Set(hrefs.map(pathIn))];
}

function pathIn(href: string): string {
  const path = pathOfReference(href);
  if (path === null) throw refusal('part outside', KIND);
  return path;
}

/** Reads one page file of the package. */
export type ReadPart = (bytes: Uint8Array, name: string, encoding?: Encoding) => Promise<readonly ImportedPage[]>;

/** The pages of a package with a METS, and its articles. Rejects with a `DeskError`. */
export async function readMets(entries: readonly ZipEntry[], entry: ZipEntry, readPart: ReadPart) {
  const mets = readMetsFile(entry.read());
  const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1);
  const parts = new Map<string, Uint8Array>();
  for (const file of mets.files.filter(isXmlFile)) {
    const path = pathIn(file.href);
    const found = entries.find(({ name }) => name === folder + path);
    if (!found) throw refusal('part missing', KIND, undefined, path);
    const bytes = found.read();
    if (PAGE_ROOTS.has(rootOf(bytes) ?? '')) parts.set(file.id, bytes);
  }
  const pages: ImportedPage[] = [];
  for (const { file, image } of pagesOf(mets, ({ id }) => parts.has(id))) {
    const read = await readPart(parts.get(file.id) ?? new Uint8Array(), file.href);
    pages.push(...read.map((page) => named(page, file, image)));
  }
  return { pages, given: (set: SetText) => givenOf(mets, set) };
}

const PAGE_ROOTS: ReadonlySet<string> = new Set(['alto', 'PcGts', 'html']);

/** The page with its blocks' names made those of the whole issue. */
function named(page: ImportedPage, { id }: MetsFile, image: string | undefined): ImportedPage {
  const picture = image === undefined ? {} : { image: pathOfReference(image) ?? image };
  if ('text' in page) return { ...page, ...picture };
  const blocks = page.blocks.map(
    ({ ids, lines }): SetBlock => ({
      ids: ids.map((one) => nameOf(id, one)),
      lines: lines.map((line) => (line.id === undefined ? line : { ...line, id: nameOf(id, line.id) })),
    }),
  );
  return { ...page, ...picture, blocks };
}

const nameOf = (file: string, element: string): string => `${file}#${element}`;

const ARTICLES: ReadonlySet<string> = new Set(
  'ARTICLE ART NEWSITEM NEWS_ITEM LETTER POEM OBITUARY DEATH_NOTICE SERIAL EDITORIAL INTERVIEW REVIEW WEATHER'.split(
    ' ',
  ),
);

/** What divisions within an article are, by their type; what has no type of these is what it stands in, else body. */
const ROLES: { readonly [type: string]: ArticleRole | OutsideRole } = {
  HEADING: 'headline',
  HEADLINE: 'headline',
  TITLE: 'headline',
  MAIN_TITLE: 'headline',
  OVERLINE: 'kicker',
  KICKER: 'kicker',
  SUBHEAD: 'subhead',
  SUBHEADLINE: 'subhead',
  SUBHEADING: 'subhead',
  SUBTITLE: 'subhead',
  LEDE: 'lede',
  ABSTRACT: 'lede',
  BODY: 'body',
  BODY_CONTENT: 'body',
  TEXT: 'body',
  PARAGRAPH: 'body',
  CROSSHEAD: 'body',
  AUTHOR: 'byline',
  BYLINE: 'byline',
  BYLINES: 'byline',
  DATELINE: 'dateline',
  CAPTION: 'caption',
  ILLUSTRATION: 'caption',
  SECTION: 'section',
  ADVERTISEMENT: 'ad',
  ADVERT: 'ad',
  AD: 'ad',
  FURNITURE: 'furniture',
  JUMP: 'jump',
  UNREADABLE: 'unreadable',
};

const OUTSIDE: ReadonlySet<string> = new Set(OUTSIDE_ROLES);
const HEADS: ReadonlySet<string> = new Set(HEAD_ROLES);
const isOutside = (role: ArticleRole | OutsideRole): role is OutsideRole => OUTSIDE.has(role);

/** A logical map that names less than this much of the text has no articles to speak of: a table of contents. */
const LEAST_NAMED = 0.5;

/** The articles of the logical maps; null where they are not of the text as a whole. */
function givenOf(mets: Mets, set: SetText): Given | null {
  const reader = new LogicalMap(set);
  for (const root of mets.logical) reader.visit(root, { role: 'body', isInBody: false, article: null });
  const { articles, outside } = reader;
  const named = [...articles.flat(), ...outside].reduce(
    (sum, { from, to }) => sum + countNonBlank(set.text, from, to),
    0,
  );
  const isWhole = named >= countNonBlank(set.text) * LEAST_NAMED;
  return articles.length > 0 && isWhole ? { articles, outside } : null;
}

/** Where a division stands. */
interface Within {
  readonly role: ArticleRole | OutsideRole;
  /** Heads within a body are crossheads, which are text. */
  readonly isInBody: boolean;
  readonly article: GivenRun[] | null;
}

class LogicalMap {
  readonly articles: GivenRun[][] = [];
  readonly outside: GivenOutside[] = [];
  readonly #places: SetText['places'];
  /** What has an owner, in order, and where each begins. */
  readonly #owned: Span[] = [];
  readonly #starts: number[] = [];

  constructor({ places }: SetText) {
    this.#places = places;
  }

  visit(div: MetsDiv, around: Within): void {
    const isArticle = ARTICLES.has(div.type);
    const article = isArticle ? [] : around.article;
    const own = ROLES[div.type] ?? (isArticle ? 'body' : around.role);
    const isInBody = !isArticle && (around.isInBody || ROLES[div.type] === 'body');
    const role = around.isInBody && HEADS.has(own) && !isArticle ? 'body' : own;
    for (const span of this.#spansOf(div)) {
      if (isOutside(role)) this.#give(span, this.outside, role);
      else if (article) this.#give(span, article, role);
    }
    for (const inner of div.divs) this.visit(inner, { role, isInBody, article });
    if (isArticle && article && article.length > 0) this.articles.push(article);
  }

  #spansOf({ areas }: MetsDiv): readonly Span[] {
    return areas.flatMap(({ file, begin }) => this.#places.get(nameOf(file, begin)) ?? []);
  }

  /** No line has two owners: the first that names it has it. Of a block, the other lines are whose it is. */
  #give<R>(span: Span, runs: (Span & { readonly role: R })[], role: R): void {
    for (const free of this.#freeOf(span)) {
      const at = lowerBound(this.#starts, free.from);
      this.#owned.splice(at, 0, free);
      this.#starts.splice(at, 0, free.from);
      runs.push({ ...free, role });
    }
  }

  /** The parts of the span that nobody owns: whole lines, for all that is named is. */
  #freeOf({ from, to }: Span): readonly Span[] {
    const free: Span[] = [];
    let at = from;
    for (let i = Math.max(0, lowerBound(this.#starts, from) - 1); at < to; i++) {
      const owned = this.#owned[i];
      const end = Math.min(owned?.from ?? to, to);
      if (at < end) free.push({ from: at, to: end });
      at = Math.max(at, owned?.to ?? to);
    }
    return free;
  }
}
