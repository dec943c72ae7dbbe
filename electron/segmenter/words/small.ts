/** Words in small letters. */

/** `text[from, to)` in small letters: most words are so already, which is seen quicker than made. */
export function smallLetters(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return word.toLowerCase();
  }
  return word;
}
