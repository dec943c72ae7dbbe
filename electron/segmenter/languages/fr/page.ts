/** French newspapers. */
import type { PageTable } from '../page-table.ts';

const MONTH =
  '(?:janv(?:ier)?|f[ée]v(?:rier)?|mars|avril|mai|juin|juill?et|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)';

export const fr: PageTable = {
  language: 'fr',
  common: ['les', 'des', 'que', 'dans', 'est', 'qui', 'une', 'pour', 'par', 'sur', 'pas', 'avec', 'nous', 'été', 'aux'],
  rows: [
    {
      id: 'fr/dateline',
      sign: 'opener',
      pattern: new RegExp(`^[\\p{Lu}][\\p{L}’' .-]{2,28}, (?:le )?\\d{1,2}(?:er)? ?${MONTH}`, 'iu'),
      weight: 0.9,
      line: 'PARIS, 16 décembre. D’après certains jour-',
    },
    {
      id: 'fr/dateline-open',
      sign: 'softOpener',
      pattern: /^(?:On (?:nous )?(?:mande|écrit|télégraphie|annonce)|Nous (?:apprenons|recevons|lisons))/u,
      weight: 0.6,
      line: 'On nous écrit de Lyon',
    },
    {
      id: 'fr/signature',
      sign: 'byline',
      pattern: /^(?:\p{Lu}[\p{L}.’'-]*\.? ){0,3}\p{Lu}{2}[\p{Lu}.’' -]+\.?$/u,
      weight: 0.5,
      line: 'GUSTAVE TÉRY.',
    },
    {
      id: 'fr/dating',
      sign: 'furniture',
      pattern: new RegExp(
        `(?:LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE|[LMJVSD][aeiu][nrumd][a-z]{1,3}di) \\d{1,2} ${MONTH}`,
        'iu',
      ),
      weight: 0.8,
      line: 'LUNDI 13 DÉCEMBRE 1915',
    },
    {
      id: 'fr/number',
      sign: 'furniture',
      pattern:
        /(?:ABONNEMENTS?|Abonnements?|RÉDACTION|ADMINISTRATION|Le num[ée]ro|N[o°] ?\d{2,}|ann[ée]e)\b.*(?:fr|cent|c\.|\d)/u,
      weight: 0.6,
      line: 'Le numéro : 10 centimes',
    },
    {
      id: 'fr/section',
      sign: 'section',
      pattern:
        /^(?:FEUILLETON|Feuilleton|DERNI[ÈE]RE HEURE|DÉPÊCHES|NOUVELLES|BOURSE|SPECTACLES|TH[ÉE][ÂA]TRES?|ÉCHOS|CHRONIQUE|VARI[ÉE]T[ÉE]S|INFORMATIONS|FAITS DIVERS|PETITES ANNONCES)\b.{0,24}$/u,
      weight: 0.5,
      line: 'DERNIÈRE HEURE',
    },
    {
      id: 'fr/ad',
      sign: 'ad',
      pattern:
        /(?:A (?:VENDRE|LOUER|CÉDER)|On demande|ON DEMANDE|S'adresser|Prix ?:|francs? le|pharmacien|Envoi (?:gratis|franco)|Se vend|la bo[iî]te)/u,
      weight: 0.5,
      line: 'A LOUER, S’adresser à M. X',
    },
    {
      id: 'fr/jump',
      sign: 'jump',
      pattern: /^\(?(?:[ÀA] suivre|Suite|La suite|Voir (?:la suite|page|en))\b.{0,24}\)?\.?$/u,
      weight: 0.9,
      line: '(A suivre.)',
    },
  ],
};
