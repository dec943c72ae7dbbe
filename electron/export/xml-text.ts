/**
 * Text of the issue inside XML, XHTML and HTML. XML 1.0 (production 2, Char) has no place for most control characters,
 * halves of surrogate pairs, U+FFFE and U+FFFF: they are shown by a sign, one for one, and counted by the statement.
 */
import { showControls } from './control.ts';

const NONCHARACTER = /[\ufffe\uffff]/g;
const MARKUP = /[&<>"']/g;
const ENTITIES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with what XML can't hold shown by a sign; not yet escaped. Line ends are LF. */
export const holdable = (text: string): string => showControls(text).replace(NONCHARACTER, '\ufffd');

/** The text as content of an element or of a quoted attribute. A parser gives `holdable(text)` back. */
export const escapeXml = (text: string): string => holdable(text).replace(MARKUP, (char) => ENTITIES[char] ?? char);

/** Attributes lose their tabs and line ends to a parser's normalisation unless they are written as references. */
export const attribute = (text: string): string => escapeXml(text).replace(/[\t\n]/g, (c) => `&#${c.charCodeAt(0)};`);
