/** A button that does what a command's key does, and shows the key. */

import { keysOf, runById } from '../commands/dispatch.ts';
import { commandOf } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { useKeyNames } from './useKeyNames.ts';

export function CommandButton({ id, isDisabled = false }: { readonly id: string; readonly isDisabled?: boolean }) {
  const { t } = useWords();
  const changed = useDesk((state) => state.settings.keys);
  const show = useKeyNames();
  const command = commandOf(id);
  const [key] = command ? keysOf(command, changed) : [];
  return (
    <button type="button" disabled={isDisabled} onClick={() => runById(desk, id)}>
      {t(`command.${id}`)}
      {key && <kbd>{show(key)}</kbd>}
    </button>
  );
}
