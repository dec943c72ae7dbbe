/** One credit: role and name, what is wrong with it, the raw place it came from. */
import { lineAt } from '../../shared/model/lines.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Credit } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';
import { selectLineAt, useDesk } from '../store/index.ts';

interface Props {
  readonly credit: Credit;
  /** A printed byline in which no credit was found. */
  readonly isUnread: boolean;
  readonly isReadOnly: boolean;
  readonly change: () => void;
  readonly remove: () => void;
}

export function Chip({ credit, isUnread, isReadOnly, change, remove }: Props) {
  const { t } = useWords();
  const { role, name, span, incomplete, supplied } = credit;
  const values = { role, name };
  const words = (
    <>
      {role !== '' && <span className="chip-role">{role}</span>} {name}
    </>
  );
  return (
    <span className="chip" data-incomplete={incomplete || isUnread || undefined} data-supplied={supplied} dir="auto">
      {isReadOnly ? (
        <span data-credit={isUnread ? undefined : true}>{words}</span>
      ) : (
        <button
          type="button"
          data-credit={isUnread ? undefined : true}
          aria-label={t('article.credit.edit', values)}
          onClick={change}
        >
          {words}
        </button>
      )}
      {isUnread && <span className="chip-note">{t('article.credit.unread')}</span>}
      {incomplete && <span className="chip-note">{t('article.credit.incomplete')}</span>}
      {supplied && <span className="chip-note">{t('article.credit.supplied')}</span>}
      {span && <Place span={span} />}
      {!isReadOnly && !isUnread && (
        <button type="button" className="quiet" aria-label={t('article.credit.remove', values)} onClick={remove}>
          ×
        </button>
      )}
    </span>
  );
}

/** The raw line that something came from; pressed, it is selected in the raw pane. */
export function Place({ span }: { readonly span: Span }) {
  const { t } = useWords();
  const line = useDesk(({ issue }) => (issue ? lineAt(issue.lines, span.from) : 0));
  const label = t('article.place', { line });
  return (
    <button type="button" className="quiet" aria-label={label} title={label} onClick={() => selectLineAt(span.from)}>
      {t('article.line', { line })}
    </button>
  );
}
