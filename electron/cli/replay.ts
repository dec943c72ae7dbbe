/**
 * `galley replay FILE --edits EDITS`: the proposal for a file with a list of edits made on it, as a document.
 * `galley replay SCRIPT…`: see replay-scripts.ts.
 */
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { conservedDocument } from '../export/conserved.ts';
import { jsonLine } from '../export/json.ts';
import { HOSTS } from '../qa/playwright.ts';
import { segment } from '../segmenter/segment.ts';
import { ENCODING_OPTION, encodingOf, oneOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { readEdit } from './edit-lines.ts';
import { type Command, Complaint, type Io, print, Usage } from './io.ts';
import { readBytes, readIssue } from './read-issue.ts';
import { isScript, type ReplayOptions, replayScripts } from './replay-scripts.ts';
import { problemSentence, refusalSentence } from './sentences.ts';

const options = {
  ...ENCODING_OPTION,
  edits: { type: 'string' },
  headed: { type: 'boolean' },
  host: { type: 'string' },
  theme: { type: 'string' },
  lang: { type: 'string' },
  issue: { type: 'string', multiple: true },
  repeat: { type: 'string' },
} as const;

/** The history after all edits; or the line number (1-based) of the first that can't be made, and why. */
type Replayed =
  | { readonly ok: true; readonly history: History }
  | { readonly ok: false; readonly line: number; readonly why: string };

/** Makes the edits, one a line of `list`. */
export function replay(start: History, list: string): Replayed {
  let history = start;
  for (const [i, text] of list.split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = i + 1;
    const read = readEdit(text, start.issue);
    if (!read.ok) return { ok: false, line, why: read.why };
    const advanced = advance(history, { group: line, edit: read.edit });
    if (!advanced.ok) return { ok: false, line, why: whyNot(advanced.why) };
    history = advanced.history;
  }
  return { ok: true, history };
}

type Why = Exclude<ReturnType<typeof advance>, { readonly ok: true }>['why'];

function whyNot(why: Why): string {
  // Of undo and redo, which a list of edits does not hold.
  if (why === 'not the last to undo' || why === 'not the next to redo') throw new Error(why);
  return refusalSentence(why);
}

/** The list of edits: JSON is UTF-8 by its definition. */
async function readList(file: string, io: Io): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(file, io));
  } catch (error) {
    const problem: Problem = error instanceof DeskError ? error.problem : { key: 'binary', detail: 'not UTF-8' };
    throw new Complaint(problemSentence(problem), file);
  }
}

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

function scriptOptions(values: Values): ReplayOptions {
  const { repeat = '1' } = values;
  const host = oneOf('--host', values.host, [...HOSTS, 'both'] as const);
  const theme = oneOf('--theme', values.theme, ['light', 'dark'] as const);
  const lang = oneOf('--lang', values.lang, ['en', 'zh'] as const);
  if (!/^[1-9]\d{0,3}$/.test(repeat)) throw new Usage('--repeat is a number from 1.');
  return {
    headed: values.headed === true,
    hosts: host === 'both' ? HOSTS : host ? [host] : [],
    ...(theme && { theme }),
    ...(lang && { lang }),
    issues: values.issue ?? [],
    repeat: Number(repeat),
  };
}

function readReplayArguments({ values, files }: { readonly values: Values; readonly files: readonly string[] }) {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Usage('Name one file; edits are made on one issue.');
  if (values.edits === undefined) throw new Usage('Name the list of edits: --edits EDITS.');
  if (file === '-' && values.edits === '-') throw new Usage('Stdin (-) can be read once only.');
  return { file, edits: values.edits, encoding: encodingOf(values.encoding) };
}

export const command: Command = {
  async run(args, io) {
    const given = readArguments(args, options);
    if (given.files.length > 0 && given.files.every(isScript) && given.values.edits === undefined)
      return replayScripts(given.files, scriptOptions(given.values), io);
    const { file, edits, encoding } = readReplayArguments(given);
    return eachFile([file], io, async () => {
      const list = await readList(edits, io);
      const { issue, source, given } = await readIssue(file, io, encoding);
      const proposal = segment(issue.text, { name: source.name, ...(given && { given }) }).proposal;
      const replayed = replay(startHistory(issue, proposal), list);
      if (!replayed.ok) throw new Complaint(`line ${replayed.line}: ${replayed.why}`, edits);
      const { review, proposal: last } = replayed.history;
      await print(io, `${jsonLine(conservedDocument({ issue, review, doubts: last.doubts, source }))}\n`);
    });
  },
};
