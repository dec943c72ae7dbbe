/** All keys that work in the pane that has the focus, by heading. */

import { GROUPS } from '../commands/command.ts';
import { commandsIn, keysOf } from '../commands/dispatch.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import { CommandButton } from '../widgets/CommandButton.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { useKeyNames } from '../widgets/useKeyNames.ts';

export function HelpDialog() {
  const { t } = useWords();
  const pane = useDesk((state) => state.pane);
  const changed = useDesk((state) => state.settings.keys);
  const show = useKeyNames();
  const commands = commandsIn(pane);
  return (
    <Dialog title={t('help.title', { pane: t(`pane.${pane}`) })} size="wide">
      <div className="help">
        {GROUPS.map((group) => {
          const rows = commands.filter((command) => command.group === group && keysOf(command, changed).length > 0);
          if (rows.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`group.${group}`)}</h3>
              <dl>
                {rows.map((command) => (
                  <div key={command.id}>
                    <dt>
                      {keysOf(command, changed).map((key) => (
                        <kbd key={key}>{show(key)}</kbd>
                      ))}
                    </dt>
                    <dd>{t(`command.${command.id}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <div className="buttons">
        <CommandButton id="desk.tour" />
        <CommandButton id="desk.remap" />
        <CommandButton id="desk.about" />
      </div>
    </Dialog>
  );
}
