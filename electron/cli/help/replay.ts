/** What `galley replay --help` prints. */
import { ENCODING_HELP } from '../arguments.ts';

export const help = `galley replay FILE --edits EDITS [--encoding E]
galley replay SCRIPT… [--headed] [--host H] [--issue FILE]… [--repeat N]
                       [--theme T] [--lang L]

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

A SCRIPT (.ts, .js) is a review for the kit, as galley record writes it: it is run in
the review window, and what it expects and does not find is told as articles.

  --headed       show the window
  --host H       node, electron, or both, one after the other; without it, electron
                 where its binary is
  --issue FILE   run it on this issue instead of its own; may be given several times
  --repeat N     run it N times
  --theme T      light or dark; --lang L: en or zh. Without them, as the script has it

SCRIPT and FILE may be patterns, in quotes: 'batch/**/*.txt'.

Exit codes: 0 done, 1 failed or refused, 2 bad usage.
`;
