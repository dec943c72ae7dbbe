/** `galley segment FILE…`: the proposal for each file, one document a line. Never reads or writes a review. */
import { conservedDocument } from '../export/conserved.ts';
import { jsonLine } from '../export/json.ts';
import { segment } from '../segmenter/segment.ts';
import { ENCODING_HELP, ENCODING_OPTION, encodingOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { type Command, print } from './io.ts';
import { readIssue } from './read-issue.ts';

const help = `galley segment FILE… [--explain] [--encoding E]

Proposes how the text of each newspaper issue falls into articles, and prints one
JSON document a line, in the order of the files (- is stdin). The document is that
of resources/schemas/galley-1.schema.json.

  --explain      add the evidence for each decision: stage, rule, span, weight
${ENCODING_HELP}

A file that cannot be read prints no document but one line on stderr, and does not
stop the others. Reviews are neither read nor written.

Exit codes: 0 done, 1 some file failed, 2 bad usage.
`;

const options = { ...ENCODING_OPTION, explain: { type: 'boolean' } } as const;

export const segmentCommand: Command = {
  help,
  async run(args, io) {
    const { values, files } = readArguments(args, options);
    const encoding = encodingOf(values.encoding);
    return eachFile(files, io, async (file) => {
      const { issue, source } = await readIssue(file, io, encoding);
      const { proposal, evidence } = segment(issue.text, { name: source.name });
      const { review, doubts } = proposal;
      const document = conservedDocument({ issue, review, doubts, source, ...(values.explain && { evidence }) });
      await print(io, `${jsonLine(document)}\n`);
    });
  },
};
