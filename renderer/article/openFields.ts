/** The fields of the article that is shown, so that keys and requests can go from one to another. */
import type { Offset } from '../../shared/model/position.ts';
import type { ArticleRole } from '../../shared/model/roles.ts';
import { readingAt } from '../../shared/reading/places.ts';
import type { Field, Reading } from '../../shared/reading/reading.ts';
import type { Way } from './editor/edges.ts';
import { spliceOf } from './editor/splice.ts';

/** In the order in which they stand in the pane. */
const FIELD_ORDER: readonly Field[] = ['kicker', 'headline', 'subhead', 'lede', 'body', 'caption'];

/** One field's editor, as others see it. */
export interface OpenField {
  readonly field: Field;
  reading(): Reading;
  /** Puts the focus into the field and the caret at an index of its reading. */
  setCaret(at: number): void;
}

/** The field in which text of a role is read; null for bylines, which are chips. */
export function fieldOf(role: ArticleRole): Field | null {
  if (role === 'byline') return null;
  return role === 'dateline' ? 'body' : role;
}

export class OpenFields {
  readonly #open = new Map<Field, OpenField>();
  /** The field that had the focus when it was taken down with its article. */
  #lost: Field | null = null;

  /** Returns the undoing. */
  add(field: OpenField): () => void {
    this.#open.set(field.field, field);
    return () => {
      if (this.#open.get(field.field) === field) this.#open.delete(field.field);
    };
  }

  /** Goes to the field before or after `from`; returns false when there is none. */
  go(from: Field, way: Way, edge: 'start' | 'end'): boolean {
    const step = way === 'after' ? 1 : -1;
    const next = this.#open.get(FIELD_ORDER[FIELD_ORDER.indexOf(from) + step] ?? from);
    if (!next || next.field === from) return false;
    // The key that brought us here is still being handled by the other editor.
    queueMicrotask(() => next.setCaret(edge === 'start' ? 0 : next.reading().text.length));
    return true;
  }

  /** A field that has the focus is being taken down. */
  loses(field: Field): void {
    this.#lost = field;
  }

  /** Another article is shown now: the field of the same name takes the focus that the last one lost. */
  takeOver(): void {
    const field = this.#lost;
    this.#lost = null;
    if (field) this.setCaret(field, 0);
  }

  setCaret(field: Field, at: number): void {
    this.#open.get(field)?.setCaret(at);
  }

  /** Puts the caret before the raw character at `raw`, in the field `field`, or at the field's end. */
  goTo(field: Field, raw: Offset | null): void {
    const open = this.#open.get(field);
    open?.setCaret(raw === null ? open.reading().text.length : readingAt(open.reading(), raw));
  }

  /** What all fields say, to compare with later. */
  readings(): ReadonlyMap<Field, Reading> {
    return new Map([...this.#open].map(([field, open]) => [field, open.reading()]));
  }

  /** Puts the caret to the end of what has changed since `before`, in the first field where something has. */
  goToChange(before: ReadonlyMap<Field, Reading>): void {
    for (const [field, open] of this.#open) {
      const was = before.get(field);
      const change = was ? spliceOf(was.text, open.reading().text) : null;
      if (!change) continue;
      open.setCaret(change.at + change.ins.length);
      return;
    }
  }
}
