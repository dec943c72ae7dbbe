/** Spanish newspapers. */
import type { PageTable } from '../page-table.ts';

const DATE =
  '\\d{1,2} (?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)';
const PLACE = `\\p{Lu}[\\p{Lu} .'’-]{2,28}(?:, (?:${DATE}|\\d{1,2}))?\\.? ?`;
const AGENCY = '(?:EFE|Efe|Europa Press|Reuters?|AFP|AP|UPI)';
const WIRED = new RegExp(`^${PLACE}\\((?:${AGENCY}|De nuestr[oa] )`, 'u');
const DASHED = new RegExp(`^${PLACE}[—–-]\\s?["«“¿¡]?\\p{Lu}[\\p{Ll} ]`, 'u');
const DATED = new RegExp(`^\\p{Lu}[\\p{L}’' -]{2,28}, ${DATE}(?: de \\d{4})?\\.? ?[.—–(-]`, 'u');
const SIGNED = new RegExp(`\\(${AGENCY}\\)\\.?$`, 'u');
const DAY = new RegExp(
  `(?:^|[|·—–-] ?)(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? ${DATE} del? \\d{4}$`,
  'iu',
);
const PHOTO = /(?:^|[.)»”—–/] ?|\()(?:FOTO|Foto)(?:s|grafías?)?(?: ?[:/]| de \p{Lu})/u;
const JUMP = /^\(?(?:Pasa a|Viene de|Sigue en|Continúa en|(?:Más )?Información en) (?:la )?p[áÁ]g/iu;

export const es: PageTable = {
  language: 'es',
  common: ['los', 'las', 'del', 'que', 'por', 'con', 'una', 'para', 'más', 'sus', 'como', 'pero', 'este', 'desde'],
  rows: [
    { id: 'es/dateline-agency', sign: 'opener', pattern: WIRED, weight: 1, line: 'MADRID, 3 (EFE).— El Consejo' },
    { id: 'es/dateline-dash', sign: 'opener', pattern: DASHED, weight: 0.9, line: 'BARCELONA.— Los trabajadores' },
    { id: 'es/dateline-date', sign: 'opener', pattern: DATED, weight: 0.9, line: 'París, 14 de junio.—Según dicen' },
    {
      id: 'es/yesterday',
      sign: 'softOpener',
      pattern:
        /^(?:Ayer|Anteayer|Anoche|Esta (?:mañana|tarde|noche|madrugada)|El pasado (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|Según (?:nos )?(?:comunican|escriben|informan)|Nos (?:escriben|comunican|telegrafían)|Ha fallecido)(?!\p{L})/u,
      weight: 0.5,
      line: 'Ayer por la mañana, a las diez, se reunió',
    },
    { id: 'es/signed', sign: 'closer', pattern: SIGNED, weight: 0.7, line: 'sin que haya más detalles. (EFE)' },
    {
      id: 'es/byline',
      sign: 'byline',
      pattern:
        // Y, DE and LA are words of capitals like any other: told apart, a line of many would be read in every possible way.
        /^(?:Por|POR):?\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:y|de|del|la|de la|de los)\s+)?\p{Lu}[\p{L}.'’-]*)+$/u,
      weight: 1,
      line: 'Por María del Carmen Ruiz',
    },
    {
      id: 'es/desk',
      sign: 'byline',
      pattern:
        /^\(?(?:Redacción|REDACCIÓN|Agencias|AGENCIAS|EFE|Europa Press|EUROPA PRESS|De nuestr[oa] (?:corresponsal|enviad[oa] especial|redacción|Redacción)|Corresponsal|Enviad[oa] especial)(?:\s?[/,.—–-]\s?[\p{Lu}][\p{L} ]{2,24})?\.?\)?$/u,
      weight: 0.9,
      line: 'Redacción / Agencias',
    },
    { id: 'es/photo', sign: 'photo', pattern: PHOTO, weight: 1, line: 'El alcalde, ayer. (Foto: Carmen Soler)' },
    {
      id: 'es/shown',
      sign: 'caption',
      pattern: /^En la (?:foto|imagen)\b/u,
      weight: 0.8,
      line: 'En la foto, el alcalde',
    },
    { id: 'es/dating', sign: 'furniture', pattern: DAY, weight: 1, line: 'EL FARO — MARTES, 4 DE MARZO DE 1975' },
    {
      id: 'es/number',
      sign: 'furniture',
      pattern:
        /^(?:AÑO|Año) [\dIVXLC]+(?!\p{L})|(?:NÚM|Núm)(?:\.|ero|ERO) ?\d|^(?:PRECIO|Precio)(?!\p{L}).*(?:pesetas|[Pp]tas|PTAS|céntimos|CÉNTIMOS|euros)/u,
      weight: 0.8,
      line: 'AÑO XLII.—NÚM. 12.405',
    },
    { id: 'es/page', sign: 'furniture', pattern: /^P[áÁ]g(?:ina|\.) ?\d{1,3}$/iu, weight: 0.9, line: 'Página 7' },
    {
      id: 'es/section',
      sign: 'section',
      pattern:
        /^(?:LOCAL|REGIONAL|NACIONAL|INTERNACIONAL|ECONOMÍA|DEPORTES|CULTURA|SUCESOS|SOCIEDAD|OPINIÓN|ESPECTÁCULOS|CARTELERA|NECROLÓGICAS|FOLLETÓN|EDITORIAL|BREVES|ÚLTIMA HORA|ECOS DE SOCIEDAD|CARTAS AL DIRECTOR|NOTAS? (?:LOCAL|DEPORTIVA|MUNICIPAL|POLÍTICA)(?:ES|S)?|Última hora|Breves|Cartas al director)[.:]?$/u,
      weight: 0.7,
      line: 'CARTAS AL DIRECTOR',
    },
    {
      id: 'es/ad',
      sign: 'ad',
      pattern:
        /^(?:SE (?:VENDE|ALQUILA|TRASPASA|NECESITA|OFRECE|PRECISA)N?(?!\p{L})|VENDO |ALQUILO )|[.,] (?:Razón|Informes): |(?:^|[.,;] )Tel(?:éfonos?|éf|f)?\.?:? \d{2}/u,
      weight: 0.8,
      line: 'SE ALQUILA piso céntrico. Razón: Mayor, 12',
    },
    { id: 'es/jump', sign: 'jump', pattern: JUMP, weight: 1, line: 'Pasa a la página 4' },
    { id: 'es/serial', sign: 'jump', pattern: /^\(?(?:Se c|C)ontinuará\.?\)?\.?$/u, weight: 1, line: '(Continuará.)' },
    { id: 'es/bullet', sign: 'bullet', pattern: /^[•●■►▪] ?\S/u, weight: 0.8, line: '• El paro baja en abril' },
  ],
};
