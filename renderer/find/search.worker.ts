/** Finds in a thread of its own, so that a pattern that never comes to an end can be stopped from outside. */
import { matchesIn } from '../../shared/find/matches.ts';
import type { Said, Told } from './search.ts';

let texts: readonly string[] = [];

self.onmessage = ({ data }: MessageEvent<Told>) => {
  texts = data.texts ?? texts;
  say('begun');
  say(matchesIn(texts, data.query, data.replacement, data.most));
};

const say = (said: Said) => self.postMessage(said);
