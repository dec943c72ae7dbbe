/** The parts of an article's text where there are several: in reading order, moved by dragging or by the buttons. */
import { type DragEvent, useState } from 'react';
import { lineAt } from '../../shared/model/lines.ts';
import type { Article, Issue } from '../../shared/model/review.ts';
import { perform, situationOf } from '../commands/command.ts';
import { movePart, type TextPart, textPartsOf } from '../commands/pieces.ts';
import { selectLineAt } from '../commands/selection.ts';
import { useWords } from '../i18n/words.ts';
import { desk, newId, useDesk } from '../store/index.ts';

export function Parts({ article }: { readonly article: Article }) {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const [dragged, setDragged] = useState<number | null>(null);
  const parts = textPartsOf(article);
  if (!issue || parts.length < 2) return null;
  const move = (from: number, to: number) => {
    const situation = situationOf(desk.store.getState(), newId);
    const act = situation && movePart(situation, article.id, from, to);
    if (act) perform(desk, act);
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, to);
    setDragged(null);
  };
  return (
    <ol className="parts" aria-label={t('article.parts')}>
      {parts.map((part, i) => {
        const words = wordsOf(issue, part);
        return (
          <li
            key={part.index}
            draggable
            data-dragged={dragged === i || undefined}
            onDragStart={() => setDragged(i)}
            onDragOver={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(null)}
            onDrop={(event) => drop(event, i)}
          >
            <button type="button" className="plain" onClick={() => show(part)}>
              {t(`role.${part.piece.role}`)} {words}
            </button>
            {i > 0 && (
              <button
                type="button"
                className="plain"
                aria-label={t('article.partEarlier', { words })}
                onClick={() => move(i, i - 1)}
              >
                ↑
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The lines (1-based) of a part, or the beginning of a supplied text. */
function wordsOf(issue: Issue, { piece }: TextPart): string {
  if (piece.kind === 'supplement') return piece.text.slice(0, 12);
  const [first, last] = [lineAt(issue.lines, piece.from), lineAt(issue.lines, Math.max(piece.to - 1, piece.from))];
  return first === last ? String(first) : `${first}–${last}`;
}

function show({ piece }: TextPart): void {
  const { issue, history } = desk.store.getState();
  if (piece.kind !== 'run' || !issue || !history) return;
  const line = selectLineAt({ issue, review: history.review }, piece.from);
  if (line) desk.select(line);
}
