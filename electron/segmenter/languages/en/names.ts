/** English: words of bylines, agencies and datelines. */
import type { NameRow, RoleRow, WesternNames } from '../names.ts';

const credits = [
  {
    id: 'en/photo-by',
    pattern:
      /^(?:(?:[A-Z][\p{L}.&-]*\s+){0,3}(?:staff\s+)?(?:photos?|photographs?|pictures?)\s+by|photos?\s*[:/])\s*/iu,
    role: 'photo',
    stands: 'before',
  }, // Staff photo by Michael Carter
  {
    id: 'en/photo-slash',
    pattern: /^(?:AP|UPI|AFP|Reuters|Getty(?: Images)?)\s+(?:laser)?photo\s*[/:]\s*/iu,
    role: 'photo',
    stands: 'before',
  }, // AP Photo/John Smith
  {
    id: 'en/graphic',
    pattern: /^(?:drawings?|illustrations?|cartoons?|graphics?|maps?)\s+by\s+/iu,
    role: 'graphic',
    stands: 'before',
  }, // Drawing by Rosa Reed
  { id: 'en/compiled', pattern: /^(?:compiled|edited|translated|reviewed)\s+by\s+/iu, role: 'by', stands: 'before' }, // Compiled by Anne Brooks
  { id: 'en/by', pattern: /^(?:(?:story|text|words|reported|written)\s+)?by\s*:?\s+/iu, role: 'by', stands: 'before' }, // BY BRIAN FOSTER
  { id: 'en/from', pattern: /^from\s+our\s+(?=(?:own|special)\b)/iu, role: 'by', stands: 'before' }, // From our own correspondent
] as const satisfies readonly RoleRow[];

const posts = [
  {
    id: 'en/staff',
    pattern:
      /^(?:[A-Z][\p{L}&.'’-]*\s+){0,3}(?:staff|contributing|special|sports?|business|political|city|county|state|education|science|feature|financial|national|foreign|court|medical|religion|society|women['’]s|farm|travel|music|film|drama|art|chief|senior|associate|assistant|managing)(?:\s+(?:staff|affairs|features?))?\s+(?:writers?|reporters?|correspondents?|editors?|photographers?|critics?|columnists?)$/iu,
  }, // Business Writer
  {
    id: 'en/plain-post',
    pattern: /^(?:[A-Z][\p{L}&.'’-]*\s+){0,2}(?:writers?|correspondents?|reporters?|columnists?)$/iu,
  }, // Times Writer
  { id: 'en/special-to', pattern: /^special\s+to\s+(?:the\s+)?[A-Z]/iu }, // Special to the Courier
  { id: 'en/of-the-staff', pattern: /^(?:of|Of|OF|for|For|FOR)\s+(?:the|The|THE)\s+(?:[A-Z][\p{L}.'’-]*\s*){1,4}$/u }, // Of the Tribune Staff
  {
    id: 'en/own-correspondent',
    pattern: /^\(?from\s+(?:our|a)\s+(?:own\s+|special\s+|staff\s+)?correspondents?\.?\)?$/iu,
  }, // From our own Correspondent
] as const satisfies readonly NameRow[];

const agencies = [
  {
    id: 'en/ap',
    pattern: /^\(?(?:the\s+)?(?:associated\s+press|AP)(?:\s+(?:science\s+|staff\s+|business\s+)?writer)?\)?$/iu,
  }, // ASSOCIATED PRESS
  {
    id: 'en/upi',
    pattern: /^\(?(?:by\s+)?(?:united\s+press(?:\s+international)?|UPI|international\s+news\s+service|INS)\)?$/iu,
  }, // United Press International
  {
    id: 'en/reuters',
    pattern:
      /^\(?(?:reuters?|agence\s+france[\s-]presse|AFP|xinhua|TASS|kyodo|canadian\s+press|press\s+association)\)?$/iu,
  }, // Reuters
  {
    id: 'en/service',
    pattern: /^(?:[A-Z][\p{L}.'’-]*\s+){1,5}(?:news\s+)?(?:service|syndicate|wire|wire\s+services?|wire\s+reports?)$/iu,
  }, // NEW YORK TIMES SERVICE
  {
    id: 'en/wire-reports',
    pattern: /^from\s+(?:(?:staff|wire|press)(?:\s+and\s+(?:staff|wire))?\s+(?:reports?|services?|dispatches))$/iu,
  }, // From wire reports
] as const satisfies readonly NameRow[];

export const EN: WesternNames = {
  language: 'en',
  credits,
  posts,
  agencies,
  and: /^(?:and|&)$/iu,
  particles: new Set([
    'van',
    'von',
    'de',
    'der',
    'den',
    'del',
    'della',
    'di',
    'da',
    'la',
    'le',
    'du',
    'el',
    'al',
    'bin',
    'ibn',
    'st',
    'st.',
    'ter',
    'ten',
    'y',
    'dos',
  ]),
  titles: new Set([
    'mr',
    'mrs',
    'miss',
    'ms',
    'dr',
    'prof',
    'rev',
    'col',
    'gen',
    'capt',
    'lt',
    'maj',
    'sir',
    'lord',
    'lady',
    'hon',
  ]),
  notNames: new Set([
    'the',
    'a',
    'an',
    'in',
    'on',
    'of',
    'for',
    'to',
    'from',
    'at',
    'and',
    'or',
    'with',
    'no',
    'this',
    'that',
    'all',
    'news',
    'editor',
    'page',
    'section',
    'continued',
    'staff',
    'writer',
    'street',
    'county',
    'city',
    'company',
    'corp',
    'inc',
    'co',
    'ltd',
    'bank',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
  ]),
  months:
    '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?',
  wire: '(?:AP|UPI|Reuters?|AFP|INS|UP|TASS|Xinhua|Kyodo|CP|PA|Special)',
};
