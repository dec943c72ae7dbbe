/** Whether an export is what its format says, whatever text is in it: it parses, and nothing in it runs or leads outside. */
import { strFromU8, unzipSync } from 'fflate';
import type { ExportFormat } from '../../../shared/contract/contract.ts';
import { isZip } from './opened.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';

const XML_FILE = /\.(xml|xhtml|opf|ncx|rels)$/;
const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'form', 'img', 'video', 'audio', 'base']);
/** Addresses of namespaces, schemas and relations are names, not addresses that anyone goes to. */
const HREFS = ['href', 'src', 'xlink:href', 'action'];

/** Throws what is wrong with the bytes of an export. */
export function assertSound(bytes: Uint8Array, format: ExportFormat): void {
  if (isZip(format)) {
    for (const [name, file] of Object.entries(unzipSync(bytes))) {
      if (/^[/\\]|\.\./.test(name)) throw new Error(`${format}: a file named ${name}`);
      if (XML_FILE.test(name)) assertInert(parseXml(strFromU8(file)), `${format}: ${name}`);
    }
    return;
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (format === 'json' || format === 'ninjs') JSON.parse(text);
  if (format === 'jsonl' || format === 'pairs') for (const line of text.split('\n').filter(Boolean)) JSON.parse(line);
  if (format === 'tei') assertInert(parseXml(text), format);
  // Its catalogue is named by an address, as IPTC wants it.
  if (format === 'newsml') parseXml(text);
  if (format === 'html') assertInert(parseXml(text.replace('<!DOCTYPE html>', '')), format);
}

/** No element that runs or loads, no handler, no address outside of the file. */
function assertInert(root: XmlElement, where: string): void {
  for (const { name, attributes } of elementsOf(root)) {
    if (ACTIVE.has(name.toLowerCase())) throw new Error(`${where}: an element <${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key)) throw new Error(`${where}: a handler ${key}`);
      const leadsOut = HREFS.includes(key) && /^\s*[a-z][a-z0-9+.-]*:|^\/\/|\.\.\//i.test(value);
      if (leadsOut) throw new Error(`${where}: ${key} leads to ${value}`);
    }
  }
}
