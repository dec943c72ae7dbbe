/**
 * Whether exported XML is what its format's grammar says (`schemas/*.rng`, each with the specification it was written
 * after), by libxml2: nothing of the exporter has a say in it.
 */
import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlLibError, type XmlValidateError } from 'libxml2-wasm';

/** What is wrong with an XML file, as `line: reason`; none when it is valid. */
export type Judge = (xml: string) => readonly string[];

/** The judge of a grammar, by its file's name without ending. */
export function grammar(name: string): Judge {
  const schema = XmlDocument.fromBuffer(readFileSync(new URL(`schemas/${name}.rng`, import.meta.url)));
  const validator = RelaxNGValidator.fromDoc(schema);
  return (xml) => {
    let document: XmlDocument | null = null;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      return faultsOf(error);
    } finally {
      document?.dispose();
    }
  };
}

/** Whether libxml2 takes it for XML. */
export function isWellFormed(xml: string): boolean {
  try {
    XmlDocument.fromString(xml).dispose();
    return true;
  } catch {
    return false;
  }
}

const faultsOf = (error: XmlValidateError): readonly string[] =>
  error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
