/** All commands, found by words; those that do not apply here are dim. */
import { useMemo } from 'react';
import { actOf, keysOf, runById } from '../commands/dispatch.ts';
import { COMMANDS } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import { Picker } from '../widgets/Picker.tsx';
import { useKeyNames } from '../widgets/useKeyNames.ts';

export function PaletteDialog() {
  const { t } = useWords();
  const changed = useDesk((state) => state.settings.keys);
  const show = useKeyNames();
  const choices = useMemo(() => {
    const rows = COMMANDS.filter(({ id }) => id !== 'desk.palette').map((command) => ({
      command,
      label: t(`command.${command.id}`),
      isDisabled: actOf(desk, command) === null,
      key: keysOf(command, changed)[0],
    }));
    const shown = rows.filter((row, i) => rows.findIndex((other) => other.label === row.label) === i);
    return shown
      .sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled))
      .map(({ command, label, isDisabled, key }) => ({
        id: command.id,
        label: `${label} ${t(`group.${command.group}`)}`,
        isDisabled,
        content: (
          <>
            <span className="choice-label">{label}</span>
            <span className="quiet">{t(`group.${command.group}`)}</span>
            {key && <kbd>{show(key)}</kbd>}
          </>
        ),
      }));
  }, [t, changed, show]);
  const choose = (id: string) => {
    closeDialog();
    runById(desk, id);
  };
  return (
    <Dialog title={t('palette.title')}>
      <Picker label={t('palette.label')} choices={choices} choose={choose} />
    </Dialog>
  );
}
