/** The issue at a glance, and the keys that work in the pane that has the focus. */
import { keysOf } from '../commands/dispatch.ts';
import { commandOf, OUTSIDE_KEYS } from '../commands/table.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import type { Pane } from '../store/state.ts';
import { useKeyNames } from '../widgets/useKeyNames.ts';
import { Minimap } from './Minimap.tsx';

/** Commands worth a hint in each pane, most used first. */
const HINTS: { readonly [pane in Pane]: readonly string[] } = {
  raw: [
    'doubt.next',
    'select.grow',
    'text.give',
    'article.startsHere',
    'article.new',
    'role.headline',
    'article.piece',
    'text.edit',
  ],
  articles: ['article.settle', 'article.mergeNext', 'article.moveUp', 'article.piece', 'text.edit', 'headline.supply'],
  article: ['doubt.nextAnywhere', 'article.settle', 'text.undo', 'pane.next'],
  doubts: ['doubt.accept', 'doubt.other', 'doubt.next', 'doubt.why'],
};
const IN_ARCHIVE = ['desk.archive'];
/** Nothing is open. */
const BEFORE = ['desk.open', 'desk.archive', 'desk.settings'];
const EVERYWHERE = ['desk.palette', 'desk.keysAnywhere'];

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
  const changed = useDesk((state) => state.settings.keys);
  const show = useKeyNames();
  const command = commandOf(id);
  const [key] = command ? keysOf(command, changed) : [];
  return (
    key && (
      <span>
        <kbd>{show(key)}</kbd> {t(`command.${id}`)}
      </span>
    )
  );
}
