/** What IPTC's formats for news say alike of an article: its lasting name, whether it may be used, the day it was printed. */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { isoDay } from '../archive/day.ts';

/** `urn:galley:SHA-256`: the same for the same issue file, wherever it lies. */
export const issueUriOf = ({ source }: GalleyDocument): string =>
  `urn:galley:${source.sha256.replace(/[^0-9a-f]/gi, '')}`;

/** `urn:galley:SHA-256:a1`: the same for the same article of the same issue file, wherever it lies. */
export const uriOf = (document: GalleyDocument, { id }: DocumentArticle): string =>
  `${issueUriOf(document)}:${id.replace(/[^a-z0-9-]/gi, '')}`;

/** IPTC's word for whether an article may be published as it is. */
export const usableOf = ({ state }: DocumentArticle): 'usable' | 'withheld' =>
  state === 'settled' ? 'usable' : 'withheld';

const EPOCH = '1970-01-01';

/**
 * The day of the issue, `2013-08-19`. Where it can't be told, the first day of Unix time: the formats want a day, and
 * nobody takes that one for a newspaper's.
 */
export const dayOf = ({ masthead }: GalleyDocument): string => isoDay(masthead.date ?? '') || EPOCH;
