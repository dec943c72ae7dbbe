/** Which of the names in a folder are issues: what an archive lists, what a folder of pages is. Nothing is read. */

/**
 * Kinds of issue files by the ends of their names, the best first: where several share one stem, the first is the issue
 * and the others are its picture or its exports.
 */
const KINDS: readonly RegExp[] = [
  /\.txt$/i,
  /(?:\.(?:alto|page|mets|hocr))?\.xml$/i,
  /\.(?:hocr|html?)$/i,
  /\.pdf$/i,
  /\.docx$/i,
  /\.(?:md|markdown)$/i,
  /\.mets\.zip$/i,
];
/** What Galley puts to the stem of a second export: `daily 2.md`. */
const NUMBERED = /(?<=.) \d+$/;
/** Never an issue: our own exports in text and XML, hidden files, and what tells of the folder. HTML is one only as hOCR, which its name must say. */
const NEVER =
  /^\.|^(?:readme|changelog|licen[cs]e)\b|\.articles(?: \d+)?\.txt$|\.(?:tei|nitf|newsml)(?: \d+)?\.xml$|(?<!\.hocr)\.html?$/i;
/** Folders beside a METS in which its pages lie, by the names that digitising programs give them. */
const PARTS =
  /^(?:alto|ocr|fulltext|full-?text|text|txt|page|xml|image|img|jpe?g|tiff?|jp2|master|access|thumb|pdf)s?(?:[-_ ].*)?$/i;
const METS = /(?:^|[-_. ])mets(?:[-_. ].*)?\.xml$/i;

/** Whether the name is one of a METS file, whose folder holds its pages. */
export const isMetsName = (name: string): boolean => METS.test(name) && !name.startsWith('.');

/** Whether a folder beside a METS is of its parts, and holds no issue of its own. */
export const isPartsFolder = (name: string): boolean => PARTS.test(name);

/** The names of issues among all names of a folder, in their order. */
export function issueNames(names: readonly string[]): readonly string[] {
  const hasMets = names.some(isMetsName);
  const kinds = new Map<string, number>();
  const candidates = names.flatMap((name) => {
    const kind = NEVER.test(name) ? -1 : KINDS.findIndex((end) => end.test(name));
    if (kind < 0) return [];
    // Beside a METS the other files are its parts.
    if (hasMets && !isMetsName(name) && kind > 0) return [];
    const stem = name.replace(KINDS[kind] as RegExp, '').toLowerCase(); // found above
    kinds.set(stem, Math.min(kind, kinds.get(stem) ?? kind));
    return [{ name, kind, stem }];
  });
  const isExport = (stem: string, kind: number) => {
    const of = stem.replace(NUMBERED, '');
    return kind > 0 && of !== stem && (kinds.get(of) ?? kind) < kind;
  };
  return candidates
    .filter(({ stem, kind }) => kinds.get(stem) === kind && !isExport(stem, kind))
    .map(({ name }) => name);
}

/** Files that can be a page of an issue. */
const PAGE_FILE = /\.(?:txt|xml|hocr|html?|pdf|md)$/i;
/** `p1`, `page_02`, `Seite 3`, `第4版`, after a common beginning: `daily-2013-08-19_p1`. */
const PAGE_NAME = /^(.*?)(?:^|(?<=[\s_.-]))(?:pages?|p|pg|seite|s|pagina|版|第)[\s_.-]?0*(\d{1,4})版?$/iu;
const IMAGE = /\.(?:png|jpe?g)$/i;
const stemOf = (name: string): string => name.replace(/(?:\.(?:alto|page|hocr))?\.[^.]*$/i, '');

export interface PageFile {
  readonly file: string;
  /** The picture of the page beside it. */
  readonly image?: string;
}

/**
 * The page files of a folder that is one issue, in natural order: `p2` before `p10`. `named`: only where their names say
 * that they are pages of one issue, and nothing else in the folder could be one; else every file that can be a page.
 * Empty where the folder is no issue.
 */
export function pageFiles(names: readonly string[], { named }: { readonly named: boolean }): readonly PageFile[] {
  const files = names.filter((name) => PAGE_FILE.test(name) && !NEVER_A_PAGE.test(name));
  if (named && !arePages(files)) return [];
  const images = new Map(names.filter((name) => IMAGE.test(name)).map((name) => [stemOf(name).toLowerCase(), name]));
  return files.toSorted(naturally).map((file) => {
    const image = images.get(stemOf(file).toLowerCase());
    return { file, ...(image !== undefined && { image }) };
  });
}

const NEVER_A_PAGE = /^\.|\.articles(?: \d+)?\.txt$|\.tei\.xml$/i;
const FEWEST_PAGES = 2;

/** Whether all names are pages of one issue: one beginning, one format, each page once. */
function arePages(files: readonly string[]): boolean {
  if (files.length < FEWEST_PAGES) return false;
  const seen = new Set<number>();
  const alike = new Set<string>();
  for (const file of files) {
    const found = PAGE_NAME.exec(stemOf(file));
    if (!found) return false;
    seen.add(Number(found[2]));
    alike.add(`${found[1]}\n${file.slice(file.lastIndexOf('.')).toLowerCase()}`);
  }
  return alike.size === 1 && seen.size === files.length;
}

/** Numbers in names count as numbers, by their value. */
function naturally(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [l, r] = [left[i] ?? '', right[i] ?? ''];
    const difference = /^\d/.test(l) && /^\d/.test(r) ? Number(l) - Number(r) : 0;
    if (difference !== 0) return difference;
    if (l !== r && !(Number(l) === Number(r) && /^\d/.test(l))) return l < r ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

const partsOf = (name: string): readonly string[] => name.toLowerCase().match(/\d+|\D+/g) ?? [];
