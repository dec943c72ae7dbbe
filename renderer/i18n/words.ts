/** From keys with values to sentences. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../shared/proposal.ts';
import type { Words } from '../store/desk.ts';

export type Translate = (key: string | readonly string[], values?: { readonly [name: string]: unknown }) => string;

/** Values that are themselves keys: their words go into the sentence. */
const KEYED: { readonly [name: string]: (value: string) => string } = {
  act: (value) => value,
  role: (value) => `role.${value}`,
  command: (value) => `command.${value}`,
  class: (value) => `note.${value}`,
  format: (value) => `format.${value}`,
};

/** The sentence for a key; a key without words is shown as it is, so that it is seen. */
export function sentenceOf(t: Translate, { key, values = {} }: Words): string {
  const shown = Object.entries(values).map(([name, value]) => {
    const toKey = KEYED[name];
    return [name, toKey ? t(toKey(String(value))) : value] as const;
  });
  return t(key, Object.fromEntries(shown));
}

/** `t` with plain types, and `sentenceOf` over it. */
export function useWords(): { readonly t: Translate; readonly sentence: (words: Words) => string } {
  const { t: translate } = useTranslation();
  const t: Translate = useCallback(
    (key, values) => String(translate(typeof key === 'string' ? key : [...key], { ...values })),
    [translate],
  );
  const sentence = useCallback((words: Words) => sentenceOf(t, words), [t]);
  return { t, sentence };
}

/** Why the segmenter doubts, in the editor's words; the kind of doubt where it has no sentence of its own. */
export const doubtSentence = (t: Translate, { why, kind }: Doubt): string =>
  t([`doubt.${why.key}`, `doubtKind.${kind}`], why.values);
