/**
 * Control characters (and halves of surrogate pairs, which UTF-8 can't hold) in formats that people read (Markdown, plain text). A scan's text can hold any of them; written
 * out they would move a terminal's cursor or be dropped by a viewer. So they are shown instead, one for one, and
 * counted, because a change of the text must be said. JSON and JSONL keep the characters themselves.
 */

const CARRIAGE_RETURN = /\r\n?/g;
/** Vertical tab, form feed, next line: blank characters that some readers take for a line end. */
const LINE_LIKE = /[\v\f\u0085]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Surrogate}/gu;

/** U+2400 SYMBOL FOR NULL; the pictures of U+0000–U+001F follow it in order. */
const PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '\u2421';

const picture = (control: string): string => {
  const code = control.charCodeAt(0);
  if (code === DELETE) return DELETE_PICTURE;
  return code < DELETE ? String.fromCharCode(PICTURES + code) : '\ufffd';
};

/**
 * The text with its control characters shown: C0 and DEL as their pictures (ESC as ␛), C1 and lone surrogates
 * as U+FFFD, characters that only act as line ends as a space. Tab and LF stay; CR is read as LF.
 */
export const showControls = (text: string): string =>
  text.replace(CARRIAGE_RETURN, '\n').replace(LINE_LIKE, ' ').replace(CONTROL, picture);

/** How many characters `showControls` replaces by a picture or U+FFFD. */
export const countControls = (text: string): number => text.match(CONTROL)?.length ?? 0;
