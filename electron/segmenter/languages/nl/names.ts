/** Dutch: words of bylines, agencies and datelines. */
import type { NameRow, RoleRow, WesternNames } from '../names.ts';

const credits = [
  { id: 'nl/photo', pattern: /^(?:foto['’]?s?)\s*(?:van|door|:|\/)\s*/iu, role: 'photo', stands: 'before' }, // Foto: Jan Jansen
  {
    id: 'nl/drawing',
    pattern: /^(?:teekening|tekening)(?:en)?\s*(?:van|door|:)\s*/iu,
    role: 'graphic',
    stands: 'before',
  }, // Tekening: Piet de Vries
  { id: 'nl/by', pattern: /^door\s+(?=\p{Lu})/iu, role: 'by', stands: 'before' }, // Door Piet de Vries
] as const satisfies readonly RoleRow[];

const posts = [
  {
    id: 'nl/own-correspondent',
    pattern:
      /^\(?van\s+(?:onzen?|een)\s+(?:eigen\s+|bijzonderen?\s+|vasten?\s+)?(?:correspondent|verslaggever|medewerker|redacteur|redactie)\.?\)?$/iu,
  }, // (Van onzen correspondent)
] as const satisfies readonly NameRow[];

const agencies = [
  { id: 'nl/agency', pattern: /^\(?(?:anp|reuters?|havas|wolff|belga|ap|afp|upi)\.?\)?$/iu }, // (Reuter)
] as const satisfies readonly NameRow[];

export const NL: WesternNames = {
  language: 'nl',
  credits,
  posts,
  agencies,
  and: /^(?:en|&)$/iu,
  particles: new Set(['van', 'de', 'der', 'den', 'ter', 'ten', 'te', 'het', "'t", '’t', 'von', 'in']),
  titles: new Set(['dr', 'mr', 'ds', 'prof', 'ir', 'jhr', 'mej', 'mevr', 'kapt']),
  notNames: new Set([
    'de',
    'het',
    'een',
    'in',
    'op',
    'aan',
    'bij',
    'met',
    'uit',
    'en',
    'of',
    'over',
    'binnenland',
    'buitenland',
    'marktberichten',
    'advertentiën',
    'vervolg',
    'slot',
    'gemengd',
    'nieuws',
    'amsterdam',
    'rotterdam',
    'parijs',
    'londen',
  ]),
  months:
    '(?:jan(?:uari)?|febr?(?:uari)?|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?',
  wire: '(?:ANP|Reuter|Havas|Wolff|Belga|AP|AFP|UPI)',
};
