/** A native modal dialog: focus stays in it, Esc closes it, and the focus goes back to where it was. */
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly size?: 'narrow' | 'medium' | 'wide';
}

export const closeDialog = (): void => desk.set({ dialog: null });

export function Dialog({ title, children, size = 'narrow' }: DialogProps) {
  const { t } = useWords();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // What the dialog is for comes first, not the button that closes it.
    dialog?.querySelector<HTMLElement>('.form :is(select, input, textarea), input, .main')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    closeDialog();
  };
  return (
    <dialog ref={element} className="dialog" data-size={size} aria-labelledby={titleId} onCancel={cancel}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="plain" onClick={closeDialog} aria-label={t('dialog.close')}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
