/** After a correction: how many places read like the one it was made at, and the way to them. */
import { useEffect, useState } from 'react';
import { type Pair, pairOf, seriesOf } from '../../shared/find/series.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import type { DeskState } from '../store/state.ts';
import { useKeyOf } from '../widgets/useKeyNames.ts';
import { lastCorrection } from './commands.ts';
import { MOST_HITS } from './find.ts';
import { openSeries } from './finding.ts';

/** How long typing must rest before it is looked, in ms: what is half typed is no error. */
const REST = 700;

interface Offer {
  readonly pair: Pair;
  readonly count: number;
}

/** What the last edit was, if a correction, offers; null when nothing reads like it. */
function offerIn({ issue, history }: DeskState): Offer | null {
  const correction = issue && history && lastCorrection({ review: history.review, history });
  const pair = correction && pairOf(issue, correction);
  if (!pair) return null;
  const { like } = seriesOf(issue, history.review, pair, MOST_HITS);
  return like.size > 0 ? { pair, count: like.size } : null;
}

export function SeriesOffer() {
  const { t } = useWords();
  const key = useKeyOf('find.series');
  const seq = useDesk(({ history }) => history?.seq);
  const [offer, setOffer] = useState<Offer | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the review takes the offer away
  useEffect(() => {
    setOffer(null);
    const timer = window.setTimeout(() => setOffer(offerIn(desk.store.getState())), REST);
    return () => window.clearTimeout(timer);
  }, [seq]);
  if (!offer) return null;
  return (
    <button type="button" className="series-offer" onClick={() => openSeries(desk, offer.pair)}>
      {t('find.moreLikeThis', { count: offer.count })} {key && <kbd>{key}</kbd>}
    </button>
  );
}
