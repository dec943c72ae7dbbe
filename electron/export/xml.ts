/** Text in XML 1.0: what markup would be is escaped, what XML can't hold is shown as U+FFFD. */

/**
 * Characters that no XML 1.0 document may contain, not even escaped, halves of surrogate pairs among them.
 * Source: https://www.w3.org/TR/xml/#charsets
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text between tags. `>` too: `]]>` may not stand there. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text between double quotes; line ends and tabs as references, else a reader makes spaces of them. */
export const xmlAttribute = (text: string): string =>
  xmlText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
