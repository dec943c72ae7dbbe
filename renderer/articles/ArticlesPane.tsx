/** The articles as cards in the order of export: a worklist with filters, moved through and reordered by keyboard. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { findArticle } from '../../shared/model/owners.ts';
import type { Article, ArticleId, Issue, Review } from '../../shared/model/review.ts';
import { openDoubts } from '../commands/doubts.ts';
import { numberOf } from '../commands/parts.ts';
import { useWords } from '../i18n/words.ts';
import { noteCounts } from '../notes/about.ts';
import { desk, useDesk } from '../store/index.ts';
import { FILTERS, type Filter } from '../store/state.ts';
import { Card } from './Card.tsx';
import { factsOf, passes } from './facts.ts';

/** Height of a card in font sizes; all cards are alike, so that a thousand scroll like ten. */
const CARD_HEIGHT = 5.25;
const SPARE = 6;

export function ArticlesPane() {
  const issue = useDesk((state) => state.issue);
  const review = useDesk((state) => state.history?.review ?? null);
  const { t } = useWords();
  if (!issue || !review) return <p className="nothing">{t('articles.nothing')}</p>;
  return <Cards issue={issue} review={review} />;
}

/** How many open doubts each article has. */
function useDoubtCounts(): ReadonlyMap<ArticleId, number> {
  const doubts = useDesk((state) => state.doubts);
  const history = useDesk((state) => state.history);
  const open = openDoubts({ doubts, history });
  return useMemo(() => {
    const counts = new Map<ArticleId, number>();
    for (const doubt of open) {
      for (const id of doubt.articles) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }, [open]);
}

function Cards({ issue, review: now }: { readonly issue: Issue; readonly review: Review }) {
  const { t } = useWords();
  const filter = useDesk((state) => state.filter);
  // A filter looks at every article: it may come a frame after the act. Without one there is nothing to put off.
  const later = useDeferredValue(filter === 'all' ? null : now);
  const review = later ?? now;
  const doubts = useDoubtCounts();
  const shown = useMemo(
    () =>
      filter === 'all'
        ? review.articles
        : review.articles.filter((article) =>
            passes(filter, factsOf(issue, review, article), article, doubts.has(article.id)),
          ),
    [filter, issue, review, doubts],
  );
  return (
    <>
      <FilterBar filter={filter} shown={shown.length} all={review.articles.length} />
      {shown.length === 0 ? (
        <p className="nothing">{t(review.articles.length === 0 ? 'articles.none' : 'articles.noneHere')}</p>
      ) : (
        <CardList issue={issue} review={review} shown={shown} doubts={doubts} />
      )}
    </>
  );
}

function FilterBar({ filter, shown, all }: { readonly filter: Filter; readonly shown: number; readonly all: number }) {
  const { t } = useWords();
  return (
    <div className="filter">
      <label>
        <span className="sr-only">{t('articles.filter')}</span>
        <select value={filter} onChange={(event) => setFilter(event.target.value)}>
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {t(`filter.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <span className="quiet">{filter === 'all' ? '' : t('articles.shown', { shown, all })}</span>
    </div>
  );
}

function setFilter(value: string): void {
  const filter = FILTERS.find((one) => one === value);
  if (filter) desk.set({ filter });
}

interface CardListProps {
  readonly issue: Issue;
  readonly review: Review;
  readonly shown: readonly Article[];
  readonly doubts: ReadonlyMap<ArticleId, number>;
}

function CardList({ issue, review, shown, doubts }: CardListProps) {
  const { t } = useWords();
  const notes = noteCounts(review);
  const scroller = useRef<HTMLDivElement>(null);
  const current = useDesk((state) => state.article);
  const fontSize = useDesk((state) => state.settings.fontSize);
  const [dropBefore, setDropBefore] = useState<ArticleId | null>(null);
  const size = Math.round(fontSize * CARD_HEIGHT);
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: SPARE,
    getItemKey: (i) => shown[i]?.id ?? i,
  });
  const index = shown.findIndex((article) => article.id === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size needs the list measured again
  useEffect(() => list.measure(), [size]);
  useEffect(() => {
    if (index >= 0) list.scrollToIndex(index, { align: 'auto' });
  }, [index, list]);

  const drop = (event: DragEvent, before: ArticleId) => {
    event.preventDefault();
    setDropBefore(null);
    moveBefore(review, event.dataTransfer.getData(DRAGGED), before);
  };

  return (
    <div
      ref={scroller}
      className="cards"
      role="listbox"
      aria-label={t('articles.label')}
      aria-activedescendant={index >= 0 ? cardId(current ?? '') : undefined}
      tabIndex={0}
    >
      <div className="whole" role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index: i, start }) => {
          const article = shown[i];
          if (!article) return null;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its card
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys move through cards, commands of the table
            <div
              key={article.id}
              id={cardId(article.id)}
              className="card-slot"
              role="option"
              aria-selected={article.id === current}
              aria-setsize={shown.length}
              aria-posinset={i + 1}
              data-article={article.id}
              data-state={article.state}
              data-drop={dropBefore === article.id || undefined}
              style={{ height: size, transform: `translateY(${start}px)` }}
              draggable
              onClick={() => desk.showArticle(article.id)}
              onDragStart={(event) => event.dataTransfer.setData(DRAGGED, article.id)}
              onDragOver={(event) => {
                event.preventDefault();
                setDropBefore(article.id);
              }}
              onDragEnd={() => setDropBefore(null)}
              onDrop={(event) => drop(event, article.id)}
            >
              <Card
                article={article}
                number={numberOf(review, article.id)}
                facts={factsOf(issue, review, article)}
                doubts={doubts.get(article.id) ?? 0}
                notes={notes.get(article.id) ?? 0}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const DRAGGED = 'application/x-galley-article';
const cardId = (id: ArticleId): string => `card-${id}`;

/** Drops an article before another one in the order of export. */
function moveBefore(review: Review, id: ArticleId, before: ArticleId): void {
  if (!findArticle(review, id) || id === before) return;
  const place = numberOf(review, before);
  const article = numberOf(review, id);
  desk.edit([{ kind: 'moveArticle', article: id, before }], {
    announce: { key: 'done.moveArticle', values: { article, place: place > article ? place - 1 : place } },
  });
}
