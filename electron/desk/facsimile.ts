/**
 * The picture of an issue: the PDF that it is, the images that its file names, or files beside it under its name. Only
 * files of the issue's own folder, or one that a person chose, are ever read.
 */
import { basename, dirname, extname, join, sep } from 'node:path';
import type { Layout } from '../../shared/model/layout.ts';
import { pathOfReference } from '../import/package.ts';
import type { Files } from './files.ts';

type PictureKind = 'image' | 'pdf';

export interface Picture {
  /** The real path. */
  readonly path: string;
  readonly kind: PictureKind;
  /** Media type. */
  readonly type: string;
}

export interface Pictures {
  /** One a page, null for a page without one; or one PDF for all pages. */
  readonly pictures: readonly (Picture | null)[];
  /** Names of pictures that are there and that no window can show. */
  readonly unshown: readonly string[];
}

const TYPES: { readonly [extension: string]: { readonly kind: PictureKind; readonly type: string } } = {
  '.png': { kind: 'image', type: 'image/png' },
  '.jpg': { kind: 'image', type: 'image/jpeg' },
  '.jpeg': { kind: 'image', type: 'image/jpeg' },
  '.webp': { kind: 'image', type: 'image/webp' },
  '.gif': { kind: 'image', type: 'image/gif' },
  '.pdf': { kind: 'pdf', type: 'application/pdf' },
};
/** Pictures of archives that Chromium has no decoder for. */
const UNSHOWN = /\.(?:tiff?|jp2|jpx)$/i;
/** After the issue's name: `daily-1.png`, `daily_p02.jpg` are pages of `daily`. */
const PAGE_NUMBER = /^[\s_.-]*(?:p|page|pg)?[\s_.-]*0*(\d{1,4})$/i;

/** The picture at a path; null for a file that is none, or lies outside of `home`. */
export async function pictureAt(files: Files, path: string, home: string | null): Promise<Picture | null> {
  const form = TYPES[extname(path).toLowerCase()];
  if (!form) return null;
  try {
    const real = await files.realPath(path);
    const stat = await files.stat(real);
    const isInside = home === null || real.startsWith(home.endsWith(sep) ? home : home + sep);
    return stat && !stat.isFolder && isInside ? { path: real, ...form } : null;
  } catch {
    return null;
  }
}

/** Looks for the pictures of the issue at `path`, its real path. Never rejects. */
export async function findPictures(files: Files, path: string, layout: Layout | null): Promise<Pictures> {
  const isFolder = (await files.stat(path).catch(() => null))?.isFolder ?? false;
  const home = isFolder ? path : dirname(path);
  const own = await pictureAt(files, path, home);
  if (own) return { pictures: [own], unshown: [] };
  const names = await files.list(home).catch((): readonly string[] => []);
  const search: Search = { files, home, names };
  const named = await namedPictures(search, layout);
  if (named.pictures.some((picture) => picture !== null)) return named;
  const beside = await picturesBeside(search, basename(path));
  return { pictures: beside.pictures, unshown: [...new Set([...named.unshown, ...beside.unshown])] };
}

interface Search {
  readonly files: Files;
  readonly home: string;
  readonly names: readonly string[];
}

/** Those that the file itself names, page by page. */
async function namedPictures({ files, home }: Search, layout: Layout | null): Promise<Pictures> {
  const pictures: (Picture | null)[] = [];
  const unshown: string[] = [];
  for (const { image } of layout?.pages ?? []) {
    const path = image === undefined ? null : (pathOfReference(image) ?? pathOfReference(lastOf(image)));
    if (path === null) {
      pictures.push(null);
      continue;
    }
    const stems = [stemOf(path), stemOf(lastOf(path))];
    const wanted = [path, lastOf(path), ...stems.flatMap((stem) => Object.keys(TYPES).map((end) => stem + end))];
    const found = await firstPicture(
      files,
      wanted.map((one) => join(home, one)),
      home,
    );
    pictures.push(found);
    if (!found && UNSHOWN.test(path) && (await files.stat(join(home, path)).catch(() => null))) unshown.push(path);
  }
  return { pictures, unshown };
}

/** Those beside the issue under its name: one for all, or one a page. */
async function picturesBeside({ files, home, names }: Search, issue: string): Promise<Pictures> {
  const stem = stemOf(issue).toLowerCase();
  const alike = names.filter((name) => name.toLowerCase().startsWith(stem));
  const same = alike.filter((name) => stemOf(name).toLowerCase() === stem).toSorted();
  const one = await firstPicture(
    files,
    same.map((name) => join(home, name)),
    home,
  );
  const numbered = alike.flatMap((name) => {
    const number = pageNumber(name, stem);
    return number === null ? [] : [{ name, number }];
  });
  const unshown = [...same, ...numbered.map(({ name }) => name)].filter((name) => UNSHOWN.test(name));
  if (one) return { pictures: [one], unshown };
  const pages = numbered.filter(({ name }) => TYPES[extname(name).toLowerCase()]?.kind === 'image');
  const last = Math.max(0, ...pages.map(({ number }) => number));
  const pictures = Array.from({ length: last }, (_, i) => pages.find(({ number }) => number === i + 1)?.name ?? null);
  return {
    pictures: await Promise.all(
      pictures.map((name) => (name === null ? null : pictureAt(files, join(home, name), home))),
    ),
    unshown,
  };
}

/** Which page of the issue a name is of; null for none: `daily-12.png` is of another issue than `daily-1`. */
function pageNumber(name: string, stem: string): number | null {
  const rest = stemOf(name).slice(stem.length);
  if (/\d$/.test(stem) && /^\d/.test(rest)) return null;
  const number = PAGE_NUMBER.exec(rest)?.[1];
  return number === undefined ? null : Number(number);
}

async function firstPicture(files: Files, paths: readonly string[], home: string): Promise<Picture | null> {
  for (const path of paths) {
    const picture = await pictureAt(files, path, home);
    if (picture) return picture;
  }
  return null;
}

const lastOf = (reference: string): string => reference.split(/[/\\]/).at(-1) ?? '';
const stemOf = (path: string): string => path.replace(/(?:\.(?:alto|page|mets|hocr))?\.[^./\\]*$/i, '');
