import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readLines } from '../lines/lines.ts';
import { misreadShare } from './misread.ts';

const shareOf = (text: string) => misreadShare(readLines(issueOf(text)));

describe('how badly a text was read', () => {
  it.each([
    ['signs within a word', "the ,.coun;cil 't4-War"],
    ['a capital within', 'aluminiUm'],
    ['a sign by itself', 'the ; council •'],
    ['figures and letters', '4ll4wed t1me'],
  ])('counts words with %s', (_, text) => expect(shareOf(text)).toBeGreaterThan(0));

  it.each([
    'The well-known A.B.C. of o’clock and/or AT&T, “quoted” — (and) so on; the 1st, 2d and 12th.',
    'JAPAN TO LIFT CEILINGS, U.S. SAYS...',
    'It fell 3.5 pct to 1,200 dlrs/tonne.',
    'Das Luft-\u00adschiff, l’été, Ausg.-Nr. 3',
  ])('not what print has: %s', (text) => expect(shareOf(text)).toBe(0));

  it('is a share of the words', () => expect(shareOf('one t;wo three four')).toBe(0.25));
  it('of nothing is nothing', () => expect(shareOf('\n\n')).toBe(0));
});
