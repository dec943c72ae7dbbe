/** One article at a glance. */
import { memo } from 'react';
import type { Article } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';
import { hueOf } from '../raw/hues.ts';
import type { Facts } from './facts.ts';

/** Of a headline that fills pages a card shows this much, in UTF-16 units. */
const LONGEST = 200;

export interface CardProps {
  readonly article: Article;
  readonly number: number;
  readonly facts: Facts;
  readonly doubts: number;
  /** Open notes. */
  readonly notes: number;
}

export const Card = memo(function Card({ article, number, facts, doubts, notes }: CardProps) {
  const { t } = useWords();
  const { title, firstWords, byline, lines, paragraphs, parts } = facts;
  return (
    <div className="card" data-hue={hueOf(number) ?? undefined}>
      <span className="card-number">{number}</span>
      <span className="card-title" data-missing={title === null || undefined} dir="auto">
        {title?.slice(0, LONGEST).toWellFormed() ?? t('articles.noHeadline')}
      </span>
      <span className="badge" data-state={article.state}>
        {t(`state.${article.state}`)}
      </span>
      <span className="card-byline" dir="auto">
        {byline || firstWords}
      </span>
      <span className="card-counts">
        <span>{t('articles.lines', { count: lines })}</span>
        <span className="card-paragraphs">{t('articles.paragraphs', { count: paragraphs })}</span>
        {parts > 1 && <span>{t('articles.parts', { count: parts })}</span>}
        {doubts > 0 && <span className="badge doubtful">{t('articles.doubts', { count: doubts })}</span>}
        {notes > 0 && (
          <span className="badge noted" title={t('articles.notes', { count: notes })}>
            <span aria-hidden="true">✎ {notes}</span>
            <span className="sr-only">{t('articles.notes', { count: notes })}</span>
          </span>
        )}
      </span>
    </div>
  );
});
