/** The article's credits as chips, each with the raw place it came from, and its dateline. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Article, Credit } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';
import { edit, useDesk } from '../store/index.ts';
import { Chip, Place } from './Chip.tsx';
import { CreditForm } from './CreditForm.tsx';
import { unreadBylines } from './unreadBylines.ts';

interface Props {
  readonly article: Article;
  readonly isReadOnly: boolean;
}

const NOTHING: readonly Credit[] = [];

export function Bylines({ article, isReadOnly }: Props) {
  const { t } = useWords();
  const { id, credits, dateline } = article;
  const issue = useDesk((state) => state.issue);
  const unread = useMemo(() => (issue ? unreadBylines(issue, article) : NOTHING), [issue, article]);
  const { section, editing, open, close } = useOpenForm(credits);
  const save = (index: number, credit: Credit) => {
    const edits = credits[index]
      ? ([{ kind: 'setCredit', article: id, index, credit }] as const)
      : ([{ kind: 'addCredit', article: id, credit }] as const);
    if (edit(edits, { announce: `article.done.${edits[0].kind}` })) close(index);
  };
  const remove = (index: number) => {
    if (edit([{ kind: 'removeCredit', article: id, index }], { announce: 'article.done.removeCredit' })) close(index);
  };
  /** Chips in one row: credits, what was not read as one, and in the end the place for a new one. */
  const formAt = (index: number, credit: Credit | undefined) => (
    <CreditForm {...(credit ? { credit } : {})} save={(next) => save(index, next)} cancel={() => close(index)} />
  );
  return (
    <section className="bylines" aria-label={t('article.bylines')} ref={section}>
      <ul>
        {[...credits, ...unread].map((credit, index) => (
          // Credits have no ids: their place in the list is what edits name.
          <li key={`${index} ${credit.span?.from}`}>
            {editing === index ? (
              formAt(index, credit)
            ) : (
              <Chip
                credit={credit}
                isUnread={index >= credits.length}
                isReadOnly={isReadOnly}
                change={() => open(index)}
                remove={() => remove(index)}
              />
            )}
          </li>
        ))}
        {dateline && (
          <li className="chip">
            <span className="chip-role">{t('article.dateline')}</span> {dateline.text}
            <Place span={dateline.span} />
          </li>
        )}
        {!isReadOnly && (
          <li>
            {editing === -1 ? (
              formAt(-1, undefined)
            ) : (
              <button type="button" className="add" onClick={() => open(-1)}>
                + {t('article.credit.add')}
              </button>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

/** Which chip is a form now (-1: the one for a new credit); the focus comes back to the chip when it closes. */
function useOpenForm(credits: readonly Credit[]) {
  const section = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<number | null>(null);
  const [toFocus, setToFocus] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (!toFocus || !section.current) return;
    setToFocus(null);
    const chips = section.current.querySelectorAll<HTMLElement>('button[data-credit]');
    const chip = toFocus.index < 0 ? null : chips[Math.min(toFocus.index, credits.length - 1)];
    (chip ?? section.current.querySelector<HTMLElement>('button.add'))?.focus();
  }, [toFocus, credits]);
  return {
    section,
    editing,
    open: (index: number) => setEditing(index),
    close: (index: number) => {
      setEditing(null);
      setToFocus({ index });
    },
  };
}
