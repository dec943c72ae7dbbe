/** Dutch newspapers. */
import type { PageTable } from '../page-table.ts';

const MONTH = '(?:Jan|Febr?|Maart|April|Mei|Juni|Juli|Aug|Sept|Oct|Okt|Nov|Dec)';

export const nl: PageTable = {
  language: 'nl',
  common: [
    'het',
    'een',
    'van',
    'dat',
    'voor',
    'zijn',
    'met',
    'niet',
    'den',
    'aan',
    'door',
    'ook',
    'naar',
    'wordt',
    'heeft',
  ],
  rows: [
    {
      id: 'nl/dateline',
      sign: 'opener',
      pattern: new RegExp(`^[\\p{Lu}*'][\\p{L}’' .-]{2,28}, (?:den )?\\d{1,2} ?${MONTH}`, 'iu'),
      weight: 0.9,
      line: 'BERLIJN, 12 Dec. De Rijksdag heeft',
    },
    {
      id: 'nl/dating',
      sign: 'furniture',
      pattern: /(?:Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag) \d{1,2} \p{Lu}/u,
      weight: 0.8,
      line: 'Woensdag 20 December 1876',
    },
    {
      id: 'nl/number',
      sign: 'furniture',
      pattern: /(?:Prijs der|Abonnement|Advertenti[eë]n|Jaargang|N[o°]\. ?\d)/u,
      weight: 0.6,
      line: 'Prijs der Advertentiën',
    },
    {
      id: 'nl/section',
      sign: 'section',
      pattern:
        /^(?:BINNENLAND|BUITENLAND|Binnenland|Buitenland|FEUILLETON|Advertenti[eë]n|ADVERTENTI[ËE]N|Telegrammen|Beurs|Gemengd [Nn]ieuws)\b.{0,16}$/u,
      weight: 0.6,
      line: 'BUITENLAND.',
    },
    {
      id: 'nl/ad',
      sign: 'ad',
      pattern:
        /(?:te (?:huur|koop|bekomen)|TE (?:HUUR|KOOP)|verkrijgbaar|Prijs f|franco|Gevraagd|GEVRAAGD|Uitgever|Boekhandel|per (?:flesch|doos|pond)|adres)/u,
      weight: 0.5,
      line: 'TE HUUR een Bovenhuis',
    },
    {
      id: 'nl/jump',
      sign: 'jump',
      pattern: /^\(?(?:Wordt vervolgd|Vervolg|Slot volgt)\b.{0,24}\)?\.?$/u,
      weight: 0.9,
      line: '(Wordt vervolgd.)',
    },
  ],
};
