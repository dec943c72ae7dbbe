/** Spanish: words of bylines, agencies and datelines. */
import type { NameRow, RoleRow, WesternNames } from '../names.ts';

const credits = [
  { id: 'es/photo', pattern: /^(?:fotos?|fotografías?)\s*(?:de\s|por\s|:|\/)\s*/iu, role: 'photo', stands: 'before' }, // Foto: Carmen Soler
  {
    id: 'es/drawing',
    pattern: /^(?:dibujo|ilustración|gráfico)s?\s*(?:de\s|:)\s*/iu,
    role: 'graphic',
    stands: 'before',
  }, // Ilustración de Julio Vega
  { id: 'es/by', pattern: /^(?:(?:texto|crónica|reportaje)\s*(?:de\s|:)|por:?\s)\s*/iu, role: 'by', stands: 'before' }, // Por María del Carmen Ruiz
] as const satisfies readonly RoleRow[];

const posts = [
  {
    id: 'es/own-correspondent',
    pattern:
      /^\(?(?:de\s+nuestr[oa]s?\s+)?(?:corresponsal(?:es)?|enviad[oa]s?\s+especial(?:es)?|redactor(?:a|es)?|redacción)(?:\s+en\s+\p{L}[\p{L} ]{2,24})?(?:\s*\/\s*agencias)?\.?\)?$/iu,
  }, // (De nuestro corresponsal en París)
] as const satisfies readonly NameRow[];

const agencies = [
  {
    id: 'es/agency',
    pattern: /^\(?(?:agencias?(?:\s+(?:efe|fabra|mencheta))?|efe|europa\s+press|reuters?|afp|ap|upi)\.?\)?$/iu,
  }, // (EFE)
] as const satisfies readonly NameRow[];

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const ES: WesternNames = {
  language: 'es',
  credits,
  posts,
  agencies,
  and: /^(?:y|e|&)$/iu,
  particles: words('de del la las los da dos van von'),
  titles: words('d don doña dña sr sra srta dr dra fray sor padre monseñor general coronel capitán'),
  notNames: words(
    'el un una en a al por para con sin se su sus que no y o ayer hoy calle plaza página pág pasa viene sigue continúa real orden última hora bolsa cartelera sucesos deportes breves cartas director madrid barcelona sevilla españa',
  ),
  months:
    '(?:de\\s+)?(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep?t?(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)\\.?',
  wire: '(?:EFE|Efe|Europa Press|Reuters?|AFP|AP|UPI|De nuestr[oa] [\\p{L} ]{4,24})',
};
