/** Putting the focus into a pane, and telling which pane has it. */
import { PANES, type Pane } from '../store/state.ts';

const isPane = (name: string | undefined): name is Pane => (PANES as readonly (string | undefined)[]).includes(name);

/** The pane that holds the element; null for bars and dialogs. */
export function paneOf(element: Element | null): Pane | null {
  const name = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  return isPane(name) ? name : null;
}

const FOCUSABLE = '[role="listbox"], [contenteditable="true"], button:not([disabled]), [tabindex="0"]';

/** Focuses the list, field or button that a pane begins with, or the pane itself. */
export function focusPane(pane: Pane): void {
  const region = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  (region?.querySelector<HTMLElement>(FOCUSABLE) ?? region)?.focus();
}

/** Whether keys typed there are text. */
export const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement);
