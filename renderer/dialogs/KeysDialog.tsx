/** The user's own keys: press another for a command; one that is taken is refused, with its owner's name. */
import { type KeyboardEvent, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { GROUPS } from '../commands/command.ts';
import { keysOf } from '../commands/dispatch.ts';
import { keyOf } from '../commands/keys.ts';
import { type KeyRefusal, refusalOf, withKey, withoutChange } from '../commands/remapping.ts';
import { COMMANDS } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { changeSettings, useDesk } from '../store/index.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { matches } from '../widgets/matches.ts';
import { IS_MAC, useKeyNames } from '../widgets/useKeyNames.ts';

export function KeysDialog() {
  const { t } = useWords();
  const changed = useDesk((state) => state.settings.keys);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const rows = COMMANDS.filter((command) => matches(`${t(`command.${command.id}`)} ${command.id}`, typed));
  const hasChanges = Object.keys(changed).length > 0;
  const resetAll = () => {
    void changeSettings({ keys: {} });
    setSaid(t('keys.allReset'));
  };
  return (
    <Dialog title={t('keys.title')} size="wide">
      <div className="keys-bar">
        <input
          type="search"
          aria-label={t('keys.filter')}
          placeholder={t('keys.filter')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="button" disabled={!hasChanges} onClick={resetAll}>
          {t('keys.resetAll')}
        </button>
      </div>
      <p className="keys-said" role="status">
        {said || t('keys.how')}
      </p>
      <div className="keys-list">
        {GROUPS.map((group) => {
          const own = rows.filter((command) => command.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} aria-label={t(`group.${group}`)}>
              <h3>{t(`group.${group}`)}</h3>
              {own.map((command) => (
                <KeyRow key={command.id} command={command} say={setSaid} />
              ))}
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

/** Keys that move through the dialog, or take a key away, and are no new key. */
const OF_DIALOG: ReadonlySet<string> = new Set(['Tab', 'Shift-Tab', 'Escape', 'Enter', 'Space']);

function KeyRow({ command, say }: { readonly command: Command; readonly say: (words: string) => void }) {
  const { t } = useWords();
  const show = useKeyNames();
  const changed = useDesk((state) => state.settings.keys);
  const label = t(`command.${command.id}`);
  const keys = keysOf(command, changed).map(show).join(' / ');
  const refused = (refusal: KeyRefusal, key: string) =>
    say(
      t(`keys.refused.${refusal.why}`, {
        key: show(key),
        command: refusal.why === 'taken' ? t(`command.${refusal.by}`) : label,
      }),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.nativeEvent, IS_MAC);
    if (!key || OF_DIALOG.has(key)) return;
    event.preventDefault();
    event.stopPropagation();
    const wanted = key === 'Backspace' || key === 'Delete' ? '' : key;
    const refusal = wanted === '' ? null : refusalOf(command, wanted, changed);
    if (refusal) return refused(refusal, wanted);
    void changeSettings({ keys: withKey(command, wanted, changed) });
    say(wanted === '' ? t('keys.none', { command: label }) : t('keys.set', { command: label, key: show(wanted) }));
  };
  const reset = () => {
    const next = withoutChange(command, changed);
    if (next) void changeSettings({ keys: next });
    say(t(next ? 'keys.reset' : 'keys.resetRefused', { command: label }));
  };
  return (
    <div className="keys-row">
      <span className="keys-label">{label}</span>
      <button
        type="button"
        className="keys-key"
        onKeyDown={onKeyDown}
        aria-label={t('keys.of', { command: label, keys })}
      >
        {keys || '–'}
      </button>
      {changed[command.id] !== undefined && (
        <button type="button" className="plain" onClick={reset} aria-label={t('keys.resetOf', { command: label })}>
          ↺
        </button>
      )}
    </div>
  );
}
