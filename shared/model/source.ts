/** Where an issue's text came from. */

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'iso-8859-1',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the lines of the bytes ended; in `Issue.text` all end in LF. */
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';

/** Who made the text of a file that is no plain text. */
export interface ImporterStamp {
  /** A name of the registry (`electron/import/import.ts`). */
  readonly name: string;
  /** Counts up whenever the importer would give another text for the same bytes. */
  readonly version: number;
}

export interface Source {
  readonly name: string;
  /** SHA-256 of the bytes as they came, hex. */
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly lineEnd: LineEnd;
  /** Not there for plain text. */
  readonly importer?: ImporterStamp;
}
