/** An article as a choice of a picker: its number in its colour, its headline or first words. */
import type { Article, Issue, Review } from '../../shared/model/review.ts';
import { numberOf } from '../commands/parts.ts';
import { hueOf } from '../raw/hues.ts';
import type { Choice } from '../widgets/Picker.tsx';
import { factsOf } from './facts.ts';

/** The choice, found by number, headline, first words and byline; `beside` stands at its end. */
export function articleChoice(
  { issue, review }: { readonly issue: Issue; readonly review: Review },
  article: Article,
  beside: Choice['content'] = null,
): Choice {
  const { title, firstWords, byline } = factsOf(issue, review, article);
  const number = numberOf(review, article.id);
  return {
    id: article.id,
    label: `${number} ${title ?? ''} ${firstWords} ${byline}`,
    content: (
      <>
        <span className="card-number" data-hue={hueOf(number) ?? undefined}>
          {number}
        </span>
        <span className="choice-label" dir="auto">
          {title ?? firstWords}
        </span>
        {beside}
      </>
    ),
  };
}
