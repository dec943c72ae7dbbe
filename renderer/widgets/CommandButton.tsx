/** A button that does what a command's key does, and shows the key. */

import { runById } from '../commands/dispatch.ts';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { useKeyOf } from './useKeyNames.ts';

export function CommandButton({ id, isDisabled = false }: { readonly id: string; readonly isDisabled?: boolean }) {
  const { t } = useWords();
  const key = useKeyOf(id);
  return (
    <button type="button" disabled={isDisabled} onClick={() => runById(desk, id)}>
      {t(`command.${id}`)}
      {key && <kbd>{key}</kbd>}
    </button>
  );
}
