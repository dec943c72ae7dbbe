import { expect, it } from 'vitest';
import { smallLetters } from './small.ts';

it.each([
  ['the harbour', 4, 11, 'harbour'],
  ['The Harbour', 4, 11, 'harbour'],
  ['CRÉDITS', 0, 7, 'crédits'],
  ['vice-président', 0, 14, 'vice-président'],
  ['İzmir', 0, 1, 'i\u0307'],
  ['妇女', 0, 2, '妇女'],
  ['any', 1, 1, ''],
])('%s from %i to %i is %s', (text, from, to, small) => expect(smallLetters(text, from, to)).toBe(small));
