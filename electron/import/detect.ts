/**
 * Which encoding bytes are in, without a library: the known ones misread GB 18030 with rare characters, UTF-16 without
 * a mark and short Big5. Each encoding is tried on the lines that tell something, and the text that it gives is judged
 * by how common its characters are (`common.ts`).
 */
import { ENCODINGS, type Encoding } from '../../shared/model/source.ts';
import { bomOf, decodeAs } from './codecs.ts';
import { plausible } from './common.ts';

export interface Detected {
  readonly encoding: Encoding;
  /** Other encodings in which the bytes make sense and say something else, best first. */
  readonly candidates: readonly Encoding[];
  /** 0 to 1: how sure the first is. Below `UNSURE` the editor should be asked to look. */
  readonly confidence: number;
}

/** Below this confidence the encoding is a guess: the window shows it. */
export const UNSURE = 0.5;

/** Bytes that are judged at most: enough for a verdict, little enough to take a few hundredths of a second. */
const SAMPLE_BYTES = 16 * 1024;
/** A text scored below this is not text in that encoding (a mean of `plausible`, see there). */
const MAKES_SENSE = 0;
/** A lead over the second of this much is certainty, given some characters to judge by. */
const CLEAR_LEAD = 0.5;
/** Characters to judge by that make the verdict half as sure as it can be. */
const HALF_SURE = 1;

export function detect(bytes: Uint8Array): Detected {
  const bom = bomOf(bytes);
  if (bom) return { encoding: bom.encoding, candidates: [], confidence: 1 };
  if (isAscii(bytes)) return { encoding: 'utf-8', candidates: [], confidence: 1 };
  if (isUtf8(bytes)) return sureOfUtf8(bytes);
  const ranked = rank(bytes);
  const sensible = ranked.filter((r) => r.score > MAKES_SENSE);
  const best = ranked[0];
  if (!best) return { encoding: 'windows-1252', candidates: [], confidence: 0 };
  const second = ranked.find((r) => r !== best && !isTwin(r.encoding, best.encoding));
  const lead = Math.min(1, Math.max(0, best.score - (second?.score ?? MAKES_SENSE)) / CLEAR_LEAD);
  const evidence = best.judged / (best.judged + HALF_SURE);
  return {
    encoding: best.encoding,
    candidates: sensible.filter((r) => r !== best).map((r) => r.encoding),
    confidence: best.score > MAKES_SENSE ? lead * evidence : 0,
  };
}

/** The others are looked for when somebody asks for them: an archive's index never does. */
function sureOfUtf8(bytes: Uint8Array): Detected {
  let candidates: readonly Encoding[] | null = null;
  return {
    encoding: 'utf-8',
    confidence: 1,
    get candidates() {
      const others = () => rank(bytes).filter((r) => r.encoding !== 'utf-8' && r.score > MAKES_SENSE);
      candidates ??= others().map((r) => r.encoding);
      return candidates;
    },
  };
}

/** Windows-1252 and ISO-8859-1 differ in 32 characters only; choosing between them is no doubt about the text. */
const isTwin = (a: Encoding, b: Encoding) => TWINS.has(a) && TWINS.has(b);
const TWINS: ReadonlySet<Encoding> = new Set(['windows-1252', 'iso-8859-1']);

interface Rank {
  readonly encoding: Encoding;
  /** Mean of `plausible` over the characters that are not ASCII. */
  readonly score: number;
  /** How many they are. */
  readonly judged: number;
}

/** The encodings that give different texts, the best first; of those that give the same text, the first in the list. */
function rank(bytes: Uint8Array): Rank[] {
  const telling = tellingLines(bytes, SAMPLE_BYTES);
  const start = bytes.subarray(0, SAMPLE_BYTES);
  const seen = new Set<string>();
  const ranks: Rank[] = [];
  for (const encoding of ENCODINGS) {
    const text = decodeAs(encoding.startsWith('utf-16') ? start : telling, encoding);
    if (seen.has(text)) continue;
    seen.add(text);
    ranks.push({ encoding, ...score(text, encoding) });
  }
  return ranks.sort((a, b) => b.score - a.score);
}

/** How much like print a text reads. A character cut in two by the end of the sample or of the file is forgiven. */
function score(text: string, encoding: Encoding): { readonly score: number; readonly judged: number } {
  const judgesAscii = encoding.startsWith('utf-16');
  const chars = [...text];
  if (chars.at(-1) === '\uFFFD') chars.pop();
  let sum = 0;
  let judged = 0;
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] as string;
    const code = c.charCodeAt(0);
    const isText = (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d);
    if (isText && !judgesAscii) continue;
    judged++;
    sum += isText ? 1 : plausible(c, chars[i - 1] ?? '', chars[i + 1] ?? '');
  }
  return { score: judged === 0 ? 0 : sum / judged, judged };
}

/**
 * The lines with a byte above 0x7F, up to `limit` bytes: the others read the same in all encodings but UTF-16. LF is
 * never the second byte of a character in any of them.
 */
function tellingLines(bytes: Uint8Array, limit: number): Uint8Array {
  const sample = new Uint8Array(Math.min(limit, bytes.length));
  let used = 0;
  for (let from = 0; from < bytes.length && used < limit; ) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    from += line.length;
    if (isAscii(line)) continue;
    const part = line.subarray(0, limit - used);
    sample.set(part, used);
    used += part.length;
  }
  return sample.subarray(0, used);
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 0x7f || bytes[i] === 0) return false;
  return true;
}

/** Strictly valid UTF-8, but for a character that the end of the file cuts. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
