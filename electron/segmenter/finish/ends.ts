/** What the end of one line and the start of the next say about whether the text runs on. */

const CLOSERS = '[”’"\')）\\]】」』》〉»]*';
/** An opening quotation mark can't end a Chinese line: there it is a closing one that was set wrong. */
const CJK_END = /[。！？…!?]\s?[”’"')）\]】」』》〉“]*$/u;
const LATIN_END = new RegExp(`[.!?…]\\s?${CLOSERS}$`, 'u');
/** Words whose full stop ends no sentence, most of them before a name or a figure. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Capt|Lt|Maj|Sgt|Sen|Rep|Gov|St|No|Nos|Vol|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|M|MM|Mme|Mlle|Hrn?|Herrn|Nr|bzw|usw|etc|\p{Lu})\.$/u;
/** Stops that may end a sentence as well: Corp., U.S. */
const DOUBLE_DUTY = /(?:Corp|Co|Inc|Ltd|Bros|Jr|Sr|U\.S|U\.K|a\.m|p\.m|cit|d\.\s?J)\.$/u;

/**
 * How surely the line ends a sentence: 1 yes, 0.5 it may (U.S., a colon before a list), 0 no.
 */
export function sentenceEnd(text: string, cjk: boolean): number {
  const line = text.trimEnd();
  if (cjk) {
    if (CJK_END.test(line)) return 1;
    return /[：:；;]$/u.test(line) ? 0.5 : LATIN_END.test(line) ? 0.5 : 0;
  }
  if (CJK_END.test(line)) return 1;
  if (!LATIN_END.test(line)) return /[:]$/u.test(line) ? 0.5 : 0;
  if (ABBREVIATION.test(line)) return 0;
  return DOUBLE_DUTY.test(line) ? 0.5 : 1;
}

/** Whether the line can't begin a paragraph: a small letter, a closing mark, punctuation that never opens. */
export const runsOn = (text: string, cjk: boolean): boolean =>
  (!cjk && /^\p{Ll}/u.test(text)) ||
  (/^[，。、；：！？）」』】》〉”’%)\],;:!?]/u.test(text) && !/^’\p{Lu}/u.test(text));

/** Whether the line ends in a hyphen that carries a word over, or in a mark after which text goes on. */
export const carriesOn = (text: string): boolean => /(?:[\p{L}][-\u00ad¬⸗‐]|[，、,（(《“「『])$/u.test(text.trimEnd());

/** Signs of a list or of a brief: ▲ 一、 （一） 1. • */
export const LIST_START =
  /^(?:[▲△●○■□◆◇★☆▼▪•◎※]|[一二三四五六七八九十]{1,3}[、．]|（[一二三四五六七八九十]{1,3}）|[(（]?\d{1,2}[.、．)）]\s?(?!\d)|[①-⑳]|[•·*–—-]\s)/u;
