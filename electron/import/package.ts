/**
 * Issues of several files. They are read as one package, a zip in which nothing is packed, so that the bytes of an issue
 * are always one thing: with a hash, kept with the review, and read by an importer that needs no disk.
 */
import { zipSync } from 'fflate';
import { z } from 'zod';

export interface Part {
  /** Relative, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of a folder of page files: in which order they are read, and the image of each. */
export interface PageList {
  readonly pages: readonly { readonly file: string; readonly image?: string | undefined }[];
}

/** The entry of a package that lists its pages. */
export const PAGE_LIST = 'galley-pages.json';

export const pageListSchema = z.object({
  pages: z
    .array(z.object({ file: z.string(), image: z.string().optional() }))
    .min(1)
    .max(5000),
});

/** Zips count in local time: the same numbers everywhere, so that equal parts give equal bytes. */
const date = () => new Date(2000, 0, 1);

/** The parts as a package; equal parts in equal order give equal bytes. */
export const packageOf = (parts: readonly Part[]): Uint8Array =>
  zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: date() });

/** The page files of one issue as a package. */
export const pagesPackage = (list: PageList, parts: readonly Part[]): Uint8Array =>
  packageOf([{ name: PAGE_LIST, bytes: Buffer.from(JSON.stringify(list)) }, ...parts]);

/**
 * A reference in a file to another beside it, as a relative path with `/`; null when it leads out of the folder or to
 * another machine. `file://./x.xml` is how some scanners' programs write `x.xml`.
 */
export function pathOfReference(reference: string): string | null {
  const local = reference.trim().replace(/^file:(?:\/\/(?=\.{0,2}\/|[^/]*$))?/i, '');
  if (/^[a-z][a-z\d+.-]*:/i.test(local) || /^[/\\]/.test(local)) return null;
  const path: string[] = [];
  for (const step of decoded(local).split(/[/\\]/)) {
    if (step === '..' || /[:\0]/.test(step)) return null;
    if (step !== '' && step !== '.') path.push(step);
  }
  return path.length > 0 ? path.join('/') : null;
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
