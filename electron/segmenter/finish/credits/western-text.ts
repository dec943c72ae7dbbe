/**
 * Names inside text in Latin letters: the photographer behind a caption's text, a signature behind the last sentence.
 *
 *     …was Blaze Pilling. — Staff Photo by H. M. Dean Jr.
 *     …rescheduling accord at (Reuters) — Stephen McKenna
 */
import type { WesternNames } from '../../languages/names.ts';
import type { FoundCredit } from './found.ts';
import { readNames } from './western-names.ts';

/** A photo credit stands at the start, or behind a stop, a dash or a bracket. */
const BEFORE = /(?:^|[.!?”"]|[—–([])\s*$/u;
/** Where a photo credit may begin: cheap to find, then read by the table's rows. */
const PHOTO_WORD =
  /\b(?:staff\s+)?(?:photos?|photographs?|pictures?|fotos?|bild(?:er)?|aufnahmen?|cliché|AP\s+photo|UPI\s+photo)\b/giu;
/** Behind a stop, or across the gap of another column. */
const SIGNED = /(?:[.!?”"»]\s+|\s{3,})[—–]\s?(\p{Lu}[^—–]{2,40})$/u;

/** A signature stands within so much of the end. UTF-16 units */
const TAIL = 120;

/** Photo credits and a dash-led signature in `text`, a field of one article as running text. */
export function creditsInWestern(text: string, table: WesternNames): readonly FoundCredit[] {
  const found: FoundCredit[] = [];
  for (const match of text.matchAll(PHOTO_WORD)) {
    if (!BEFORE.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    const rest = text.slice(match.index, match.index + 90);
    const row = table.credits.find((r) => r.role === 'photo' && r.pattern.test(rest));
    const opened = row?.pattern.exec(rest)?.[0].length ?? 0;
    const read = row && readNames(text.slice(match.index, match.index + 120), opened, table);
    for (const name of read?.names ?? [])
      found.push({ ...name, role: 'photo', from: name.from + match.index, to: name.to + match.index });
  }
  const signed = SIGNED.exec(text.slice(-TAIL));
  if (signed?.[1]) {
    const from = text.length - signed[1].length;
    const read = readNames(text, from, table);
    const all = read && text.slice(read.end).trim() === '';
    if (all) for (const name of read.names) found.push({ ...name, role: 'by' });
  }
  return found;
}
