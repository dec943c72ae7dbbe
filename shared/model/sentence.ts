/** Where sentences end: seams over columns and pages depend on it. */
import { trimBlanks } from './blank.ts';
import type { Span } from './position.ts';

const END = /[。！？!?．.…]/u;
const CLOSER = /[”’"'）)」』】》〉］\]]/u;

/** Whether the span's text ends a sentence, closing quotes and brackets after the stop allowed: `……道。”` */
export function endsSentence(text: string, span: Span): boolean {
  let at = trimBlanks(text, span.to, span.from);
  while (at > span.from && CLOSER.test(text.charAt(at - 1))) at = trimBlanks(text, at - 1, span.from);
  return at > span.from && END.test(text.charAt(at - 1));
}
