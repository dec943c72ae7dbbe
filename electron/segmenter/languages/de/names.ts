/** German: words of bylines, agencies and datelines. */
import type { NameRow, RoleRow, WesternNames } from '../names.ts';

const credits = [
  {
    id: 'de/photo',
    pattern: /^(?:fotos?|photos?|bild(?:er)?|aufnahmen?)\s*(?:von|:|\/)\s*/iu,
    role: 'photo',
    stands: 'before',
  }, // Foto: Hans Weber
  { id: 'de/drawing', pattern: /^zeichnung(?:en)?\s*(?:von|:)\s*/iu, role: 'graphic', stands: 'before' }, // Zeichnung: Karl Arnold
  { id: 'de/by', pattern: /^von\s+(?:unserem\s+\w+\s+)?/iu, role: 'by', stands: 'before' }, // Von J. H. G.
] as const satisfies readonly RoleRow[];

const posts = [
  {
    id: 'de/own-correspondent',
    pattern:
      /^\(?(?:von|aus)\s+unser(?:e[mrn])?\s+(?:eigenen\s+)?(?:korrespondenten|mitarbeiter|berichterstatter|redaktion)\.?\)?$/iu,
  }, // Von unserem Korrespondenten
  {
    id: 'de/own-report',
    pattern: /^\(?(?:eigener\s+(?:bericht|drahtbericht)|originalbericht|privattelegramm)\.?\)?$/iu,
  }, // (Eigener Bericht)
] as const satisfies readonly NameRow[];

const agencies = [
  {
    id: 'de/agency',
    pattern:
      /^\(?(?:dpa|ddp|ap|afp|epd|kna|apa|sda|w\.?\s?t\.?\s?b\.?|wolff(?:s\s+bureau)?|dnb|reuters?)(?:[/-](?:dpa|ap|afp|reuter))*\.?\)?$/iu,
  }, // dpa/AP
] as const satisfies readonly NameRow[];

export const DE: WesternNames = {
  language: 'de',
  credits,
  posts,
  agencies,
  and: /^(?:und|u\.|&)$/iu,
  particles: new Set(['von', 'vom', 'zu', 'zum', 'zur', 'van', 'der', 'den', 'de', 'und']),
  titles: new Set(['dr', 'prof', 'herr', 'frau', 'frl', 'ing', 'graf', 'freiherr', 'baron', 'pfarrer']),
  notNames: new Set([
    'die',
    'das',
    'ein',
    'eine',
    'einer',
    'in',
    'im',
    'am',
    'an',
    'auf',
    'aus',
    'bei',
    'für',
    'mit',
    'nach',
    'über',
    'und',
    'oder',
    'zur',
    'zum',
    'schluß',
    'schluss',
    'seite',
    'fortsetzung',
    'berlin',
    'wien',
    'paris',
    'london',
    'deutschland',
    'frankreich',
    'england',
    'anzeigen',
    'vermischtes',
  ]),
  months:
    '(?:Jan(?:uar)?|Jänner|Feb(?:ruar)?|März|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\\.?',
  wire: '(?:dpa|AP|afp|AFP|Reuter|Wolff|WTB|W\\. ?T\\. ?B\\.|DNB|APA)',
};
