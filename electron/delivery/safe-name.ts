/**
 * Names that every file system can hold and none takes for another thing: NFC, without the characters that Windows
 * reserves, controls and characters that nobody sees, no name of a Windows device, at most 120 bytes a part (Linux takes
 * 255, but sync services and encrypted folders as few as 143), cut at a character that a reader sees.
 */

/** Bytes (UTF-8) that a part of a path has at most. */
export const LONGEST_PART = 120;

/** Reserved by Windows, or a separator somewhere. */
const RESERVED = /[<>:"/\\|?*]/g;
/** Controls, halves of pairs, private and unassigned characters; the sign for what was lost. */
const UNSHOWN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffd]/gu;
/** Nobody sees them, and they make two names look the same; bidi controls make one look like another. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const BLANKS = /[\s\u0085]+/gu;
/** Names of Windows devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?=\.|$)/i;
/** A hidden file, a way up, an option of a command. */
const BAD_START = /^[.\-~]/;
/** Windows drops them. */
const BAD_END = /[. ]+$/;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text as one part of a path, of at most so many bytes. Never empty. */
export function safePart(text: string, most: number = LONGEST_PART): string {
  const shown = text
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(UNSHOWN, '_')
    .replace(RESERVED, '_')
    .trim()
    .replace(BAD_START, '_');
  // A device's name gets a sign in front, which needs a byte too.
  const isDevice = DEVICE.test(shown.replace(BAD_END, ''));
  const cut = cutTo(isDevice ? `_${shown}` : shown, most).replace(BAD_END, '');
  return cut === '' ? '_' : cut;
}

/** The beginning of a text, in whole characters, of at most so many bytes. */
function cutTo(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of characters.segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return kept;
}

/** A file's path below the folder of a delivery. */
export interface WantedName {
  /** Folders, each safe. */
  readonly folders: readonly string[];
  /** Of the file, without the ending. */
  readonly stem: string;
  /** Without the first dot. */
  readonly extension: string;
}

/** The path with `/`; the file's name has at most `LONGEST_PART` bytes with its number and ending. */
export function pathOf({ folders, stem, extension }: WantedName, number = 1): string {
  const end = `${number > 1 ? ` ${number}` : ''}.${extension}`;
  return [...folders, `${safePart(stem, LONGEST_PART - bytesOf(end))}${end}`].join('/');
}

/** Names that some file systems take for one: they fold case, and compose letters with their accents. */
export const folded = (path: string): string => path.normalize('NFC').toLowerCase();
