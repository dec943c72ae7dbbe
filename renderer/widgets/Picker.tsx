/**
 * A field to filter with and a list to choose from (the ARIA pattern of a combobox with a listbox): the palette and
 * "give to". Enter takes the marked one, at first the best; digits take one by its place while nothing is typed.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { matches } from './matches.ts';

export interface Choice {
  readonly id: string;
  /** What is searched, and read out. */
  readonly label: string;
  readonly content: ReactNode;
  readonly isDisabled?: boolean;
}

export interface PickerProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
  /** Digits choose by place while the field is empty. */
  readonly hasDigits?: boolean;
  /** A key (lower-cased) pressed while the field is empty; true when it was taken. */
  readonly onFirstKey?: (key: string) => boolean;
  /** A choice that what is typed means by itself (a line's number); it stands first. */
  readonly fromTyped?: (typed: string) => Choice | null;
}

/** Choices drawn at most; who looks for more types. */
const MOST = 200;

export function Picker({ label, choices, choose, hasDigits = false, onFirstKey, fromTyped }: PickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const matching = useMemo(
    () => choices.filter((choice) => matches(choice.label, typed)).slice(0, MOST),
    [choices, typed],
  );
  const own = fromTyped?.(typed);
  const found = own ? [own, ...matching] : matching;
  const at = Math.min(marked, Math.max(found.length - 1, 0));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const take = (i: number) => {
    const choice = found[i];
    if (choice && !choice.isDisabled) choose(choice.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (move !== undefined) setMarked(Math.max(0, Math.min(found.length - 1, at + move)));
    else if (event.key === 'Enter') take(at);
    else if (typed === '' && isPlain && hasDigits && /^[1-9]$/.test(event.key)) take(Number(event.key) - 1);
    else if (typed !== '' || !isPlain || !onFirstKey?.(event.key.toLowerCase())) return;
    event.preventDefault();
  };

  return (
    <div className="picker">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} className="choices" role="listbox" aria-label={label}>
        {found.map((choice, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the marked choice
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses
          <div
            key={choice.id}
            id={`${listId}-${i}`}
            className="choice"
            role="option"
            data-choice={choice.id}
            aria-selected={i === at}
            aria-disabled={choice.isDisabled || undefined}
            onClick={() => take(i)}
            onPointerMove={() => setMarked(i)}
          >
            {hasDigits && <kbd className="digit">{typed === '' && i < 9 ? i + 1 : ''}</kbd>}
            {choice.content}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="nothing">{t('picker.nothing')}</p>}
    </div>
  );
}
