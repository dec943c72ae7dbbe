/** The text of an issue file as the desk numbers its lines. */
import { readFileSync } from 'node:fs';

/**
 * The lines of the file in this encoding; `lines[1]` is line 1. As in `Issue.text`: no byte order mark, CRLF and CR
 * read as LF.
 */
export function linesIn(path: string, encoding: string): readonly string[] {
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  return ['', ...text.split(/\r\n|\r|\n/)];
}

/**
 * The first line (1-based) of the first place where `wanted` stands; 0 when it stands nowhere. White space and line
 * ends are passed over on both sides, as a reader does.
 */
export function lineOfText(lines: readonly string[], wanted: string): number {
  const needle = wanted.replace(/\s+/g, '');
  if (needle === '') return 0;
  let text = '';
  const starts: number[] = [];
  for (const line of lines) {
    starts.push(text.length);
    text += line.replace(/\s+/g, '');
  }
  const at = text.indexOf(needle);
  if (at < 0) return 0;
  // The last line that starts at or before it, empty lines apart.
  let found = 0;
  for (let n = 1; n < starts.length && (starts[n] ?? 0) <= at; n++) if ((lines[n] ?? '').trim() !== '') found = n;
  return found;
}
