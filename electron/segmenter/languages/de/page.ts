/** German newspapers; blackletter scans misread ſ, ch, st and hyphens (» « for -). */
import type { PageTable } from '../page-table.ts';

const MONTH = '(?:Jan|Feb|März|Mär|April|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Oct|Nov|Dez|Dec)';

export const de: PageTable = {
  language: 'de',
  common: ['der', 'die', 'und', 'das', 'den', 'von', 'mit', 'ist', 'nicht', 'ein', 'eine', 'auf', 'daß', 'sich', 'dem'],
  rows: [
    {
      id: 'de/dateline',
      sign: 'opener',
      pattern: new RegExp(`^[\\p{Lu}*®][\\p{L}.-]{2,24}(?: [\\p{L}.]{2,12})?, (?:den )?\\d{1,2}\\.? ?${MONTH}`, 'u'),
      weight: 0.9,
      line: 'Genf, 1. Dezember. Wir erhalten heute die',
    },
    {
      id: 'de/from-place',
      sign: 'softOpener',
      pattern: /^(?:Aus|Vom|Von) \p{Lu}[\p{L}-]+ (?:wird|schreibt|meldet)/u,
      weight: 0.6,
      line: 'Aus Berlin wird gemeldet',
    },
    {
      id: 'de/signature',
      sign: 'closer',
      pattern: /[.!?"“”]\s?\(\p{Lu}[\p{L}. -]{1,24}\.?\)$/u,
      weight: 0.5,
      line: 'wieder eingetroffen. (Köln. Ztg.)',
    },
    {
      id: 'de/dating',
      sign: 'furniture',
      pattern: new RegExp(
        `(?:Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend),? (?:den )?\\d{1,2}\\.? ?${MONTH}`,
        'u',
      ),
      weight: 0.8,
      line: 'Sonntag, den 3. Januar 1904',
    },
    {
      id: 'de/number',
      sign: 'furniture',
      pattern: /^(?:N[ro°]\.?|Nummer) ?\d+|Jahrgang|Abonnement|Insertion|Erscheint/u,
      weight: 0.6,
      line: 'Nr. 12. Zweiter Jahrgang.',
    },
    {
      id: 'de/section',
      sign: 'section',
      pattern:
        /^(?:Feuilleton|FEUILLETON|Vermischtes|Lokales|Inland|Ausland|Telegramme|Neueste Nachrichten|Tagesneuigkeiten|Handel|Anzeigen|Inserate)\.?$/u,
      weight: 0.6,
      line: 'Feuilleton.',
    },
    {
      id: 'de/ad',
      sign: 'ad',
      pattern:
        /(?:zu (?:vermieten|verkaufen|verpachten)|Gesucht|empfiehlt (?:sich|sein)|Näheres (?:bei|in)|Wohnung|Preis:? \d)/u,
      weight: 0.5,
      line: 'Zimmer zu vermieten. Näheres bei',
    },
    {
      id: 'de/jump',
      sign: 'jump',
      pattern:
        /^\(?(?:Schlu[ßs]+ (?:folgt|auf Seite)|Fortsetzung (?:folgt|auf|aus|siehe)|(?:Siehe|S\.) (?:Seite|Beilage))/u,
      weight: 0.9,
      line: '(Fortsetzung folgt.)',
    },
  ],
};
