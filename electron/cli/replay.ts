/** `galley replay FILE --edits EDITS`: the proposal for a file with a list of edits made on it, as a document. */
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { conservedDocument } from '../export/conserved.ts';
import { jsonLine } from '../export/json.ts';
import { segment } from '../segmenter/segment.ts';
import { ENCODING_HELP, ENCODING_OPTION, encodingOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { readEdit } from './edit-lines.ts';
import { type Command, Complaint, type Io, print, Usage } from './io.ts';
import { readBytes, readIssue } from './read-issue.ts';
import { problemSentence, refusalSentence } from './sentences.ts';

const help = `galley replay FILE --edits EDITS [--encoding E]

Segments FILE, makes the edits in EDITS on the proposal, and prints the document as
one line of JSON. Either may be - for stdin.

  --edits EDITS  one edit a line, as JSON, in the order in which to make them; blank
                 lines are passed over. "lines": [a, b] (1-based, both included) may
                 stand for "span", "line": n for "at".
${ENCODING_HELP}

The first edit that is refused, or is none, stops with its line number; then no
document is printed. Reviews are neither read nor written.

Example of EDITS:
  {"kind": "assign", "lines": [373, 373], "to": {"article": "a1", "role": "headline"}}
  {"kind": "merge", "article": "a3", "into": "a2"}

Exit codes: 0 done, 1 failed or refused, 2 bad usage.
`;

const options = { ...ENCODING_OPTION, edits: { type: 'string' } } as const;

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

function readReplayArguments(args: readonly string[]) {
  const { values, files } = readArguments(args, options);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Usage('Name one file; edits are made on one issue.');
  if (values.edits === undefined) throw new Usage('Name the list of edits: --edits EDITS.');
  if (file === '-' && values.edits === '-') throw new Usage('Stdin (-) can be read once only.');
  return { file, edits: values.edits, encoding: encodingOf(values.encoding) };
}

export const replayCommand: Command = {
  help,
  async run(args, io) {
    const { file, edits, encoding } = readReplayArguments(args);
    return eachFile([file], io, async () => {
      const list = await readList(edits, io);
      const { issue, source } = await readIssue(file, io, encoding);
      const proposal = segment(issue.text, { name: source.name }).proposal;
      const replayed = replay(startHistory(issue, proposal), list);
      if (!replayed.ok) throw new Complaint(`line ${replayed.line}: ${replayed.why}`, edits);
      const { review, proposal: last } = replayed.history;
      await print(io, `${jsonLine(conservedDocument({ issue, review, doubts: last.doubts, source }))}\n`);
    });
  },
};
