import { useCallback } from 'react';
import { showKey } from '../commands/keys.ts';
import { useWords } from '../i18n/words.ts';

export const IS_MAC = /mac/i.test(navigator.userAgent);

/** How keys are written on this system, in this language. */
export function useKeyNames(): (key: string) => string {
  const { t } = useWords();
  return useCallback((key) => showKey(key, IS_MAC, t('key.space')), [t]);
}
