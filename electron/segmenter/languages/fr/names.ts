/** French: words of bylines, agencies and datelines. */
import type { NameRow, RoleRow, WesternNames } from '../names.ts';

const credits = [
  {
    id: 'fr/photo',
    pattern: /^(?:photos?|photographies?|clichés?)\s*(?:de|par|:)?\s+/iu,
    role: 'photo',
    stands: 'before',
  }, // Photo de Jean Martin
  { id: 'fr/drawing', pattern: /^dessins?\s+(?:de|par)\s+/iu, role: 'graphic', stands: 'before' }, // Dessin de H.-P. Gassier
  { id: 'fr/by', pattern: /^(?:par|signé\s*:?)\s+/iu, role: 'by', stands: 'before' }, // Par Pierre Martin; Signé : JOFFRE
  { id: 'fr/from', pattern: /^de\s+(?=notre\s+(?:correspondant|envoyé))/iu, role: 'by', stands: 'before' }, // De notre correspondant
] as const satisfies readonly RoleRow[];

const posts = [
  {
    id: 'fr/own-correspondent',
    pattern:
      /^\(?de\s+(?:notre|nos)\s+(?:correspondants?|envoyés?)(?:\s+(?:particuliers?|spécia(?:l|ux)|permanents?))?\.?\)?$/iu,
  }, // (De notre correspondant particulier)
  {
    id: 'fr/office',
    pattern:
      /^(?:ancien\s+)?(?:ministre|sénateur|député|de\s+l['’](?:institut|académie)|professeur|avocat|rédacteur)\b.{0,50}$/iu,
  }, // Sénateur de la Seine
] as const satisfies readonly NameRow[];

const agencies = [
  {
    id: 'fr/agency',
    pattern: /^\(?(?:agence\s+)?(?:havas|reuter|fournier|radio|wolff|stefani|AFP|agence\s+france[\s-]presse)\.?\)?$/iu,
  }, // (Havas)
] as const satisfies readonly NameRow[];

export const FR: WesternNames = {
  language: 'fr',
  credits,
  posts,
  agencies,
  and: /^(?:et|&)$/iu,
  particles: new Set(['de', 'du', 'des', 'la', 'le', "d'", 'd’', 'von', 'van']),
  titles: new Set([
    'm',
    'mm',
    'mme',
    'mlle',
    'dr',
    'docteur',
    'général',
    'colonel',
    'commandant',
    'capitaine',
    'lieutenant',
    'sergent',
    'abbé',
    'me',
    'maître',
    'comte',
    'baron',
    'marquis',
  ]),
  notNames: new Set([
    'le',
    'la',
    'les',
    'un',
    'une',
    'des',
    'du',
    'au',
    'aux',
    'et',
    'en',
    'à',
    'sur',
    'dans',
    'pour',
    'nos',
    'notre',
    'ce',
    'cette',
    'il',
    'elle',
    'on',
    'rue',
    'paris',
    'londres',
    'france',
    'suite',
    'fin',
    'page',
    'bourse',
    'théâtre',
    'théâtres',
    'dernière',
    'heure',
    'communiqué',
    'officiel',
  ]),
  months:
    '(?:janv(?:ier)?|févr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|août|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|déc(?:embre)?|[78]bre|9bre|10bre)\\.?',
  wire: '(?:Havas|Reuter|Fournier|Stefani|Wolff|Radio|AFP)',
};
