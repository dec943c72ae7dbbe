/** A panel between the panes and the doubts: a title, what stands beside it, a button to close it; Esc closes it too. */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useWords } from '../i18n/words.ts';
import './panel.css';

interface BottomPanelProps {
  /** Class of the panel's own rules. */
  readonly name: string;
  readonly title: string;
  /** Beside the title: a count, acts. */
  readonly beside: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function BottomPanel({ name, title, beside, close, children }: BottomPanelProps) {
  const { t } = useWords();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
  return (
    // Esc closes the panel wherever in it the focus is.
    <section className={`bottom-panel ${name}`} aria-labelledby={id} onKeyDown={onKeyDown}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside}
        <button type="button" className="plain" onClick={close} aria-label={t('dialog.close')}>
          ×
        </button>
      </header>
      {children}
    </section>
  );
}
