/**
 * XML as importers read it: strictly, in one pass, without a tree. A document type definition that declares anything is
 * refused, so that no entity can be declared (and none but XML's own five is known), nothing can be fetched and nothing
 * multiplies itself.
 */
import { SaxesParser } from 'saxes';
import { DeskError } from '../../shared/contract/contract.ts';
import { ENCODINGS, type Encoding } from '../../shared/model/source.ts';
import { bomOf, decodeAs } from './codecs.ts';
import { refusal } from './refusal.ts';

/** Names are without their prefix: the formats differ in their name spaces from version to version, not in names. */
export interface XmlReader {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** The value of an attribute, by its name without prefix; empty where there is none. */
export type XmlAttributes = (name: string) => string;

/** Elements within elements: no page needs more; a parser's memory does. */
const DEEPEST = 256;
/** Characters handed to the parser at once. */
const CHUNK = 1 << 16;
/** The declaration and the root element stand at the beginning. */
const HEAD_BYTES = 4096;

/** Names under which files declare the encodings that we know. */
const LABELS: { readonly [label: string]: Encoding } = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  latin1: 'iso-8859-1',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  'iso-8859-15': 'windows-1252',
};

/** How the bytes of an XML file are encoded: by their mark, their shape, their declaration, else UTF-8. */
export function encodingOfXml(bytes: Uint8Array): Encoding {
  const bom = bomOf(bytes);
  if (bom) return bom.encoding;
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return ENCODINGS.find((encoding) => encoding === label) ?? LABELS[label] ?? 'utf-8';
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What may stand before the root element. None of it can be read in two ways: a search that fails takes no second look. */
const PROLOG =
  /^\ufeff?\s*(?:(?:<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^<[>]*(?:\[(?:(?!\]\s*>).)*\]\s*)?>)\s*)*<([\w.-]+:)?([\w.-]+)/s;

/** The name of the root element, without its prefix; null when the bytes are no XML. */
export function rootOf(bytes: Uint8Array): string | null {
  const head = decodeAs(bytes.subarray(0, HEAD_BYTES), encodingOfXml(bytes));
  return PROLOG.exec(head)?.[2] ?? null;
}

/** The text of an XML file, decoded. */
function xmlText(bytes: Uint8Array, encoding: Encoding): string {
  const bom = bomOf(bytes);
  return decodeAs(bom?.encoding === encoding ? bytes.subarray(bom.length) : bytes, encoding);
}

/**
 * Reads the file through `reader`. `kind` is the format's name for sentences. Throws a `DeskError`: `broken file` where it
 * is not well-formed, `unsafe file` for a document type definition or absurd nesting.
 */
export function readXml(bytes: Uint8Array, kind: string, reader: XmlReader, encoding?: Encoding): void {
  const text = xmlText(bytes, encoding ?? encodingOfXml(bytes));
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw refusal('broken file', kind, placeOf(error));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw refusal('unsafe file', kind, 'it declares a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw refusal('unsafe file', kind, 'nested too deep');
    reader.open(localOf(name), attributesOf(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    reader.close(localOf(name));
  });
  const take = (found: string) => reader.text?.(found);
  parser.on('text', take);
  parser.on('cdata', take);
  try {
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    parser.close();
  } catch (error) {
    throw error instanceof DeskError ? error : refusal('broken file', kind);
  }
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(attributes: { readonly [name: string]: string }): XmlAttributes {
  return (name) => {
    if (Object.hasOwn(attributes, name)) return attributes[name] ?? '';
    const prefixed = Object.keys(attributes).find((key) => localOf(key) === name);
    return prefixed === undefined ? '' : (attributes[prefixed] ?? '');
  };
}

/** `line 12` of a parser's message `12:34: unexpected end.`; what it says may quote the newspaper. */
const placeOf = (error: Error): string | undefined => {
  const line = /^(\d+):\d+:/.exec(error.message)?.[1];
  return line && `line ${line}`;
};

/** A number of an attribute; 0 where it is none. */
export function numberOf(value: string): number {
  const number = Number(value);
  return Number.isFinite(number) ? number : 0;
}
