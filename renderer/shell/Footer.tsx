/** The issue at a glance, and the keys that work in the pane that has the focus. */
import { OUTSIDE_KEYS } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import { useKeyOf } from '../widgets/useKeyNames.ts';
import { BEFORE, EVERYWHERE, HINTS, IN_ARCHIVE } from './hints.ts';
import { Minimap } from './Minimap.tsx';

export function Footer() {
  const pane = useDesk((state) => state.pane);
  const isArchive = useDesk((state) => state.place === 'archive');
  const prefix = useDesk((state) => state.prefix);
  const isOpen = useDesk((state) => state.history !== null);
  const hints = isArchive ? IN_ARCHIVE : isOpen ? HINTS[pane] : BEFORE;
  const ids = prefix === 'x' ? Object.keys(OUTSIDE_KEYS).map((role) => `outside.${role}`) : hints;
  return (
    <footer className="footer">
      {!isArchive && <Minimap />}
      {/* Where there is no room for all, the last of these go; the way to all commands stays. */}
      <p className="hints" data-prefix={prefix ?? undefined}>
        {ids.map((id) => (
          <Hint key={id} id={id} />
        ))}
      </p>
      <p className="hints">
        {EVERYWHERE.map((id) => (
          <Hint key={id} id={id} />
        ))}
      </p>
    </footer>
  );
}

function Hint({ id }: { readonly id: string }) {
  const { t } = useWords();
  const key = useKeyOf(id);
  return (
    key && (
      <span>
        <kbd>{key}</kbd> {t(`command.${id}`)}
      </span>
    )
  );
}
