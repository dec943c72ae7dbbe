import { useCallback } from 'react';
import { keysOf } from '../commands/dispatch.ts';
import { showKey } from '../commands/keys.ts';
import { commandOf } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';

export const IS_MAC = /mac/i.test(navigator.userAgent);

/** How keys are written on this system, in this language. */
export function useKeyNames(): (key: string) => string {
  const { t } = useWords();
  return useCallback((key) => showKey(key, IS_MAC, t('key.space')), [t]);
}

/** The key of a command as it is now, written as on this system; null when it has none. */
export function useKeyOf(id: string): string | null {
  const changed = useDesk((state) => state.settings.keys);
  const show = useKeyNames();
  const command = commandOf(id);
  const [key] = command ? keysOf(command, changed) : [];
  return key === undefined ? null : show(key);
}
