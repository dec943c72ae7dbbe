/** The doubt that is shown: its reason in words, the two readings side by side, and the keys that settle it. */
import { useMemo } from 'react';
import { lineAt } from '../../shared/model/lines.ts';
import type { Issue, Review } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { openDoubts, queueOf } from '../commands/doubts.ts';
import { roleLetter } from '../commands/table.ts';
import { doubtSentence, useWords } from '../i18n/words.ts';
import { hueOf, numbersOf } from '../raw/hues.ts';
import { useDesk } from '../store/index.ts';
import { CommandButton } from '../widgets/CommandButton.tsx';
import { BY_HAND } from './byHand.ts';
import { otherReview, type Reading, readingOf } from './readings.ts';

export function DoubtStrip() {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const history = useDesk((state) => state.history);
  const doubts = useDesk((state) => state.doubts);
  const id = useDesk((state) => state.doubt);
  const settings = useDesk((state) => state.settings);
  const open = openDoubts({ doubts, history });
  const doubt = open.find((one) => one.id === id);
  if (!issue || !history) return <p className="nothing">{t('doubts.nothing')}</p>;
  if (!doubt) {
    return (
      <div className="doubt-line">
        <span>{t(open.length === 0 ? 'doubts.none' : 'doubts.open', { count: open.length })}</span>
        <CommandButton id={open.length > 0 ? 'doubt.next' : 'select.nextUnsure'} />
      </div>
    );
  }
  return (
    <ShownDoubt
      issue={issue}
      review={history.review}
      doubt={doubt}
      place={queueOf({ doubts, history, settings }).indexOf(doubt) + 1}
      count={open.length}
    />
  );
}

interface ShownDoubtProps {
  readonly issue: Issue;
  readonly review: Review;
  readonly doubt: Doubt;
  readonly place: number;
  readonly count: number;
}

function ShownDoubt({ issue, review, doubt, place, count }: ShownDoubtProps) {
  const { t } = useWords();
  const history = useDesk((state) => state.history);
  const other = useMemo(
    () => (history && doubt.other.length > 0 ? otherReview(history, doubt.other) : null),
    [history, doubt],
  );
  const line = lineAt(issue.lines, doubt.span.from);
  return (
    <div className="doubt" data-line={line}>
      <div className="doubt-why">
        <p className="quiet">{t('doubts.place', { place, count, line })}</p>
        <p className="doubt-sentence">{doubtSentence(t, doubt)}</p>
        {doubt.reader === undefined && (
          <p className="quiet">{t('doubts.confidence', { percent: Math.round(doubt.confidence * 100) })}</p>
        )}
        <div className="buttons">
          <CommandButton id="doubt.accept" />
          <CommandButton id="doubt.other" isDisabled={!other} />
          <CommandButton id="doubt.acceptAlike" />
          <CommandButton id="doubt.why" />
          <CommandButton id="doubt.next" />
          <CommandButton id="doubt.order" />
        </div>
      </div>
      <ReadingView
        title={t(doubt.reader === undefined ? 'doubts.proposed' : 'second.mine')}
        reading={readingOf(issue, review, doubt.span)}
        review={review}
      />
      {other ? (
        <ReadingView
          title={doubt.reader ?? t('doubts.other')}
          reading={readingOf(issue, other, doubt.span)}
          review={other}
        />
      ) : (
        <div className="nothing">
          <p>{t('doubts.noOther')}</p>
          <div className="buttons">
            {BY_HAND[doubt.kind].map((command) => (
              <CommandButton key={command} id={command} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function ReadingView({
  title,
  reading,
  review,
}: {
  readonly title: string;
  readonly reading: Reading;
  readonly review: Review;
}) {
  const { t } = useWords();
  const numbers = numbersOf(review);
  return (
    <figure className="reading">
      <figcaption>{title}</figcaption>
      <ol>
        {reading.map((one) =>
          'left' in one ? (
            <li key="gap" className="quiet">
              {t('doubts.left', { count: one.left })}
            </li>
          ) : (
            <li
              key={one.line}
              data-inside={one.isInside || undefined}
              data-hue={hueOf(one.article ? numbers.get(one.article) : undefined) ?? undefined}
            >
              <span className="band">
                <b>{one.article ? numbers.get(one.article) : '–'}</b>
                <i>{roleLetter(one.role)}</i>
              </span>
              <span className="reading-text">{one.text}</span>
            </li>
          ),
        )}
      </ol>
    </figure>
  );
}
