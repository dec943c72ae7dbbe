/** The article's credits as chips, each with the raw place it came from, and its dateline. */

import { useState } from 'react';
import { lineAt } from '../../shared/model/lines.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Article, Credit } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';
import { edit, selectLineAt, useDesk } from '../store/index.ts';
import { CreditForm } from './CreditForm.tsx';

interface Props {
  readonly article: Article;
  readonly isReadOnly: boolean;
}

export function Bylines({ article, isReadOnly }: Props) {
  const { t } = useWords();
  /** Index of the credit that is being edited; the number of credits for a new one. */
  const [editing, setEditing] = useState<number | null>(null);
  const { id, credits, dateline } = article;
  const done = () => setEditing(null);
  const set = (index: number, credit: Credit) => {
    const isNew = index >= credits.length;
    const made = isNew
      ? edit([{ kind: 'addCredit', article: id, credit }], { announce: 'article.done.addCredit' })
      : edit([{ kind: 'setCredit', article: id, index, credit }], { announce: 'article.done.setCredit' });
    if (made) done();
  };
  return (
    <section className="bylines" aria-label={t('article.bylines')}>
      <ul>
        {credits.map((credit, index) => (
          // Credits have no ids: their place in the list is what edits name.
          <li key={index}>
            {editing === index ? (
              <CreditForm credit={credit} save={(next) => set(index, next)} cancel={done} />
            ) : (
              <Chip
                credit={credit}
                isReadOnly={isReadOnly}
                change={() => setEditing(index)}
                remove={() =>
                  edit([{ kind: 'removeCredit', article: id, index }], { announce: 'article.done.removeCredit' })
                }
              />
            )}
          </li>
        ))}
        {dateline && (
          <li className="dateline">
            <span className="chip">
              <span className="chip-role">{t('article.dateline')}</span> {dateline.text}
              <Place span={dateline.span} />
            </span>
          </li>
        )}
        {!isReadOnly && (
          <li>
            {editing === credits.length ? (
              <CreditForm save={(next) => set(credits.length, next)} cancel={done} />
            ) : (
              <button type="button" className="add" onClick={() => setEditing(credits.length)}>
                + {t('article.credit.add')}
              </button>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

interface ChipProps {
  readonly credit: Credit;
  readonly isReadOnly: boolean;
  readonly change: () => void;
  readonly remove: () => void;
}

function Chip({ credit, isReadOnly, change, remove }: ChipProps) {
  const { t } = useWords();
  const { role, name, span, incomplete, supplied } = credit;
  const values = { role, name };
  const words = (
    <>
      <span className="chip-role">{role}</span> {name}
    </>
  );
  return (
    <span className="chip" data-incomplete={incomplete} data-supplied={supplied}>
      {isReadOnly ? (
        <span data-credit>{words}</span>
      ) : (
        <button type="button" data-credit aria-label={t('article.credit.edit', values)} onClick={change}>
          {words}
        </button>
      )}
      {incomplete && <span className="chip-note">{t('article.credit.incomplete')}</span>}
      {supplied && <span className="chip-note">{t('article.credit.supplied')}</span>}
      {span && <Place span={span} />}
      {!isReadOnly && (
        <button type="button" className="quiet" aria-label={t('article.credit.remove', values)} onClick={remove}>
          ×
        </button>
      )}
    </span>
  );
}

/** The raw line that something came from; pressed, it is selected in the raw pane. */
function Place({ span }: { readonly span: Span }) {
  const { t } = useWords();
  const line = useDesk(({ issue }) => (issue ? lineAt(issue.lines, span.from) : 0));
  const label = t('article.place', { line });
  return (
    <button type="button" className="quiet" aria-label={label} title={label} onClick={() => selectLineAt(span.from)}>
      {t('article.line', { line })}
    </button>
  );
}
