/** What can go wrong, in the words of the command line. English, one sentence each, without the file's name. */
import type { Problem, ProblemKey } from '../../shared/contract/contract.ts';
import type { Refusal } from '../../shared/edits/edit.ts';

type Values = NonNullable<Problem['values']>;

const PROBLEMS: { readonly [K in ProblemKey]: (values: Values) => string } = {
  'no such file': () => 'There is no such file.',
  'not readable': () => 'It cannot be read.',
  'is a folder': () => 'It is a folder; name the files in it.',
  empty: () => 'It is empty: it holds no character but blanks.',
  binary: ({ kind }) => (kind ? `It is not text but ${kind}.` : 'It is not text.'),
  'too large': ({ limit }) => (limit ? `It is larger than ${limit} MiB.` : 'It is too large.'),
  'broken file': ({ kind = 'file' }) => `The ${kind} is damaged or cut off.`,
  'unsafe file': ({ kind = 'file' }) => `The ${kind} holds what no newspaper page needs, so it is not opened.`,
  'no text layer': ({ kind = 'file' }) => `The ${kind} holds no text; if it is a scan, it needs OCR first.`,
  encrypted: ({ kind = 'file' }) => `The ${kind} is protected by a password.`,
  'part missing': ({ name = 'a file' }) => `It names ${name}, which is not there.`,
  'part outside': () => 'It names a file outside its folder, which is not read.',
  'no picture': () => 'It is no picture that can be shown: PNG, JPEG, WebP, GIF or PDF.',
  'no places': () =>
    'Nobody knows where its text stands on the page, which PAGE must say; METS and ALTO can do without.',
  'disk full': () => 'The disk is full; what was there before is untouched.',
  'not writable': () => 'It cannot be written; what was there before is untouched.',
  'folder gone': () => 'The folder is not there; nothing was written.',
  'read only review': () => 'Another process is writing its review.',
  refused: ({ why }) => (why ? `The edit is refused: ${why}.` : 'The edit is refused.'),
  'out of step': () => 'Its review was changed by another process meanwhile.',
  'worker died': () => 'The segmenter stopped in the middle of it.',
  cancelled: () => 'It was cancelled.',
  'host gone': () => 'The desk is not running any more.',
  'bad request': () => 'The request makes no sense.',
  'encoding with edits': () => 'Its review was made in another encoding.',
  'page order with edits': () => 'Its review was made of its pages in another order.',
  'unsaved edits': () => 'Its review has edits that are not saved.',
  'newer journal': () => 'Its review was made by a newer Galley; this one leaves it alone.',
  'damaged journal': () => 'Its review is damaged; --fresh exports without it.',
  'no person': () => 'A second reader needs a name.',
  'reviewed by you': () => 'Whoever reviewed it first can not be its second reader.',
  'no such reader': ({ reader = 'that name' }) => `It has no second reading by ${reader}.`,
  'open doubts': ({ count = 'some' }) => `It has ${count} open doubts.`,
  'no headlines': ({ count = 'some' }) => `It has ${count} articles without a headline.`,
  'not settled': ({ count = 'some' }) => `It has ${count} articles that are not settled.`,
  'not valid': () => 'Its review breaks a rule of the format.',
  internal: () => 'Something is wrong inside Galley.',
};

/** Problems whose sentence says all: the system's code would add nothing. */
const PLAIN: ReadonlySet<ProblemKey> = new Set(['no such file', 'is a folder', 'disk full']);

/** The problem's sentence; a detail, where it helps, follows in brackets. */
export function problemSentence({ key, values = {}, detail }: Problem): string {
  const sentence = PROBLEMS[key](values);
  return detail && !PLAIN.has(key) ? `${sentence.replace(/\.$/, '')} (${detail}).` : sentence;
}

const REFUSALS: { readonly [R in Refusal]: string } = {
  'no such article': 'there is no such article',
  'article exists': 'there is an article of that id already',
  'span is outside the text': 'the span is outside the text',
  'span is blank': 'the span holds blanks only',
  'cuts a correction': 'a boundary there would cut a correction in two',
  'cuts a character': 'an end of the span is in the middle of a character',
  'overlaps a correction': 'the span overlaps another correction',
  'contains a line end': 'the span goes over the end of a line; correct line by line',
  'spans two owners': 'the span belongs to more than one part',
  'nothing to change': 'it changes nothing',
  'nothing to split': 'the article has nothing before or nothing after that place',
  'no such piece': 'the article has no such piece',
  'no such correction': 'there is no such correction',
  'no such supplement': 'the article has no such supplement',
  'supplement exists': 'there is a supplement of that id already',
  'no such credit': 'the article has no such credit',
  'would break the fixed order of heads': 'kicker, headline, subhead and lede keep their order',
  'no such note': 'there is no such note',
  'note exists': 'there is a note of that id already',
  'note is empty': 'a note needs words',
  'no open note': 'there is no open note to return the issue with',
  'not a valid proposal': 'it carries no valid proposal for this text',
};

export const refusalSentence = (why: Refusal): string => `The edit is refused: ${REFUSALS[why]}.`;
