/** The rows of the table of commands about where articles begin and end, and whose a text is. */
import { mergeWith, nextStartsHere, nudge, startsHere } from './boundaries.ts';
import type { Command } from './command.ts';
import { receiversOf } from './give.ts';
import { giveToLast, joinBest, newArticle } from './roles.ts';

export const bounding: readonly Command[] = [
  {
    id: 'text.give',
    keys: ['a'],
    where: 'letters',
    group: 'boundaries',
    act: (s) => (receiversOf(s).length > 0 ? { set: { dialog: { kind: 'give' } } } : null),
  },
  { id: 'text.join', keys: ['j'], where: 'letters', group: 'boundaries', act: joinBest },
  { id: 'text.giveAgain', keys: ['Shift-a'], where: 'letters', group: 'boundaries', act: giveToLast },
  { id: 'article.startsHere', keys: ['s'], where: 'letters', group: 'boundaries', act: startsHere },
  { id: 'article.nextStartsHere', keys: ['Shift-s'], where: 'letters', group: 'boundaries', act: nextStartsHere },
  { id: 'article.new', keys: ['n'], where: 'letters', group: 'boundaries', act: newArticle },
  { id: 'boundary.up', keys: ['Alt-ArrowUp'], where: 'raw', group: 'boundaries', act: (s) => nudge(s, -1, 'line') },
  { id: 'boundary.down', keys: ['Alt-ArrowDown'], where: 'raw', group: 'boundaries', act: (s) => nudge(s, 1, 'line') },
  {
    id: 'boundary.upBlock',
    keys: ['Alt-PageUp'],
    where: 'raw',
    group: 'boundaries',
    act: (s) => nudge(s, -1, 'block'),
  },
  {
    id: 'boundary.downBlock',
    keys: ['Alt-PageDown'],
    where: 'raw',
    group: 'boundaries',
    act: (s) => nudge(s, 1, 'block'),
  },
  { id: 'article.mergeNext', keys: ['m'], where: 'letters', group: 'boundaries', act: (s) => mergeWith(s, 1) },
  {
    id: 'article.mergePrevious',
    keys: ['Shift-m'],
    where: 'letters',
    group: 'boundaries',
    act: (s) => mergeWith(s, -1),
  },
];
