/** Finds in a thread of its own, so that a pattern that never comes to an end can be stopped from outside. */
import { matchesIn } from '../../shared/find/matches.ts';
import type { Ask } from './search.ts';

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  self.postMessage(matchesIn(data.texts, data.query, data.replacement, data.most));
};
