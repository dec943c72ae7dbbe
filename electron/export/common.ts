/** What several formats say in the same words. */
import type { DocumentByline, GalleyDocument } from '../../shared/document/document.ts';
import type { Scan } from './blocks.ts';

/** What a writer gets beside the document. */
export interface WriteOptions {
  /** Where the text stands on its pages, if an import brought that along. */
  readonly scan?: Scan;
  /** Sentences that the file says of itself after its statement. */
  readonly remarks: readonly string[];
  /** Of formats that are plain text. */
  readonly lineEnd: 'lf' | 'crlf';
}

/** Newspaper, date, edition, pages; the file's name where the masthead is not known. */
export const titleOf = ({ masthead, source }: GalleyDocument): string =>
  [masthead.paper, masthead.date, masthead.edition, masthead.pages].filter(Boolean).join(' ') || source.name;

/** Role and name; a name that lost a character says so. */
export const bylineText = ({ role, name, incomplete }: DocumentByline): string =>
  [role, name, incomplete ? '[incomplete]' : ''].filter(Boolean).join(' ');
