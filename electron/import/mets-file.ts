/** What a METS file says: which files belong to the issue, which pages they are, and its maps. */
import type { Encoding } from '../../shared/model/source.ts';
import { readXml, type XmlAttributes } from './xml.ts';

export interface MetsFile {
  readonly id: string;
  readonly type: string;
  readonly href: string;
}

/** A place that a division points to: a file, or the element of that name in it. */
interface MetsArea {
  readonly file: string;
  readonly begin: string;
}

export interface MetsDiv {
  /** In capitals. */
  readonly type: string;
  readonly areas: MetsArea[];
  readonly divs: MetsDiv[];
}

export interface Mets {
  readonly files: readonly MetsFile[];
  /** Roots of the physical maps, and of the others. */
  readonly physical: readonly MetsDiv[];
  readonly logical: readonly MetsDiv[];
}

/** Reads a METS file. Throws a `DeskError`. */
export function readMetsFile(bytes: Uint8Array, encoding?: Encoding): Mets {
  const reader = new MetsReader();
  readXml(bytes, 'METS', reader, encoding);
  return reader;
}

class MetsReader implements Mets {
  readonly files: { readonly id: string; readonly type: string; href: string }[] = [];
  readonly physical: MetsDiv[] = [];
  readonly logical: MetsDiv[] = [];
  readonly #open: MetsDiv[] = [];
  #isPhysical = false;

  open(name: string, at: XmlAttributes): void {
    if (name === 'file') this.files.push({ id: at('ID'), type: at('MIMETYPE').toLowerCase(), href: '' });
    else if (name === 'FLocat') this.#locate(at('href'));
    else if (name === 'structMap') this.#isPhysical = at('TYPE').toUpperCase() === 'PHYSICAL';
    else if (name === 'div') this.#openDiv(at('TYPE').toUpperCase());
    else if (name === 'fptr' || name === 'area') this.#point(at('FILEID'), at('BEGIN'));
  }

  close(name: string): void {
    if (name === 'div') this.#open.pop();
  }

  #locate(href: string): void {
    const file = this.files.at(-1);
    if (file && file.href === '') file.href = href;
  }

  #openDiv(type: string): void {
    const div: MetsDiv = { type, areas: [], divs: [] };
    const roots = this.#isPhysical ? this.physical : this.logical;
    (this.#open.at(-1)?.divs ?? roots).push(div);
    this.#open.push(div);
  }

  #point(file: string, begin: string): void {
    if (file !== '') this.#open.at(-1)?.areas.push({ file, begin });
  }
}

const IMAGE = /\.(?:png|jpe?g|gif|webp|tiff?|jp2)$/i;
/** Images that a window can show, the best first. */
const SHOWN = [/\.png$/i, /\.jpe?g$/i];

export const isXmlFile = ({ type, href }: MetsFile): boolean =>
  /\.xml$/i.test(href) || (/\bxml\b/.test(type) && !IMAGE.test(href));

export interface MetsPage {
  /** The file with its text. */
  readonly file: MetsFile;
  readonly image?: string;
}

/** The pages in the order of the physical map, or in that of the files where it names none. */
export function pagesOf(mets: Mets, isText: (file: MetsFile) => boolean): readonly MetsPage[] {
  const files = new Map(mets.files.map((file) => [file.id, file]));
  const pages = new Map<string, MetsPage>();
  const visit = ({ areas, divs }: MetsDiv): void => {
    const named = areas.flatMap(({ file }) => files.get(file) ?? []);
    const image = imageOf(named);
    for (const file of named.filter(isText))
      if (!pages.has(file.id)) pages.set(file.id, { file, ...(image !== undefined && { image }) });
    divs.forEach(visit);
  };
  mets.physical.forEach(visit);
  return pages.size > 0 ? [...pages.values()] : mets.files.filter(isText).map((file) => ({ file }));
}

function imageOf(files: readonly MetsFile[]): string | undefined {
  const images = files.map(({ href }) => href).filter((href) => IMAGE.test(href));
  return SHOWN.map((shown) => images.find((href) => shown.test(href))).find((href) => href !== undefined) ?? images[0];
}
