/** Evidence in the editor's words. */
import type { Translate } from './words.ts';

/** A feature of a line some lines away: `ends stop +1`. */
const SHIFTED = /^(.*) ([+-])(\d)$/;

/**
 * The words for a rule. Rules of decisions and of language tables have a sentence of their own or none; features
 * (`role body: ends stop +1`) are put together of phrases, so that no locale lists hundreds of combinations.
 */
export function evidenceWords(t: Translate, rule: string): string {
  const [decision = rule, feature] = rule.split(': ');
  if (feature === undefined) return t([`evidence.${rule}`, rule]);
  const shifted = SHIFTED.exec(feature);
  if (!shifted) return `${t([`evidence.${decision}`, decision])}: ${featureWords(t, feature)}`;
  const [, name = feature, side, n] = shifted;
  const at = t(side === '+' ? 'featureAt.after' : 'featureAt.before', { feature: featureWords(t, name), n });
  return `${t([`evidence.${decision}`, decision])}: ${at}`;
}

/** The longest phrases that the locale has, one after another; words without any stay. */
function featureWords(t: Translate, feature: string): string {
  const words = feature.replaceAll('/', ' / ').split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = words.length;
    while (end > at + 1 && !known(t, words.slice(at, end).join(' '))) end--;
    const phrase = words.slice(at, end).join(' ');
    out.push(known(t, phrase) ?? phrase);
    at = end;
  }
  return out.join(' ');
}

/** The locale's words for a phrase; undefined when it has none. */
function known(t: Translate, phrase: string): string | undefined {
  const words = t([`feature.${phrase}`, '']);
  return words === '' || words === `feature.${phrase}` ? undefined : words;
}
