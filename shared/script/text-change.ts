/** What was typed into a field, as one change that a script can type again. */

/** `replace` stands right behind the `nth` place where `after` stands (null: at the field's beginning) and becomes `with`. */
export interface TypedChange {
  readonly after: string | null;
  /** From 1. */
  readonly nth: number;
  readonly replace: string;
  readonly with: string;
}

/** Characters before the place that are told at least, and how many more at a time until they stand there first. */
const CONTEXT = 4;

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The one change that makes `after` of `before`; null when they are equal. Never within a surrogate pair. */
export function typedChange(before: string, after: string): TypedChange | null {
  if (before === after) return null;
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before[head] === after[head]) head++;
  if (isLowSurrogate(before, head) || isLowSurrogate(after, head)) head--;
  // A caret is put behind a character of its paragraph: one at a paragraph's beginning is put at the end of the one before.
  if (before[head - 1] === '\n') head--;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && (isLowSurrogate(before, before.length - tail) || isLowSurrogate(after, after.length - tail))) tail--;
  return {
    ...contextBefore(before, head),
    replace: before.slice(head, before.length - tail),
    with: after.slice(head, after.length - tail),
  };
}

/** What stands before `at` within its paragraph, as much as makes it the first such place, and which place it is. */
function contextBefore(text: string, at: number): Pick<TypedChange, 'after' | 'nth'> {
  const paragraph = text.lastIndexOf('\n', at - 1) + 1;
  if (at === paragraph) return { after: null, nth: 1 };
  let context = '';
  for (let length = CONTEXT; ; length += CONTEXT) {
    const from = Math.max(paragraph, at - length);
    context = text.slice(isLowSurrogate(text, from) ? from - 1 : from, at);
    if (from === paragraph || text.indexOf(context) + context.length === at) break;
  }
  let nth = 1;
  for (let i = text.indexOf(context); i >= 0 && i + context.length < at; i = text.indexOf(context, i + 1)) nth++;
  return { after: context, nth };
}
