/** `galley segment FILE…`: the proposal for each file, one document a line. Never reads or writes a review. */

import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';
import { conservedDocument } from '../export/conserved.ts';
import { jsonLine } from '../export/json.ts';
import { segmentToExplain } from '../segmenter/segment.ts';
import { ENCODING_HELP, ENCODING_OPTION, encodingOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { type Command, print, Usage } from './io.ts';
import { readPaperProfile } from './paper-profile.ts';
import { readIssue } from './read-issue.ts';

const help = `galley segment FILE… [--explain [--line N]] [--profile-paper P] [--encoding E]

Proposes how the text of each newspaper issue falls into articles, and prints one
JSON document a line, in the order of the files (- is stdin). The document is that
of resources/schemas/galley-1.schema.json. A file is plain text, ALTO, METS with its
pages beside it, hOCR, PAGE, TEI, PDF with a text layer, DOCX or Markdown; a folder
of pages (p1.txt, p2.txt …) is one issue. See docs/imports.md.

  --explain      add the evidence for each decision: stage, rule, span, weight
  --line N       with --explain, only the evidence for line N, feature by feature:
                 what spoke for its role, for a cut before it, for the text that it
                 goes on from and for its headline; may be given several times
  --profile-paper P
                 propose with the profile of a newspaper (a file; see galley archive
                 learn); the evidence names it where it counted
  --as-issue     take a folder for one issue whatever its files are called; they are
                 its pages in the order of the numbers in their names
${ENCODING_HELP}

A file that cannot be read prints no document but one line on stderr, and does not
stop the others. Reviews are neither read nor written.

Exit codes: 0 done, 1 some file failed, 2 bad usage.
`;

const options = {
  ...ENCODING_OPTION,
  explain: { type: 'boolean' },
  line: { type: 'string', multiple: true },
  'as-issue': { type: 'boolean' },
  'profile-paper': { type: 'string' },
} as const;

export const segmentCommand: Command = {
  help,
  async run(args, io) {
    const { values, files } = readArguments(args, options);
    const encoding = encodingOf(values.encoding);
    const lines = (values.line ?? []).map(lineNumber);
    if (lines.length > 0 && !values.explain) throw new Usage('--line goes with --explain.');
    const profile = values['profile-paper'];
    const paper = profile === undefined ? null : await readPaperProfile(profile, io);
    return eachFile(files, io, async (file) => {
      const { issue, source, given } = await readIssue(file, io, encoding, { asIssue: values['as-issue'] ?? false });
      const { segmentation, explain } = segmentToExplain(issue.text, {
        name: source.name,
        ...(given && { given }),
        ...(paper && { paper }),
      });
      const { review, doubts } = segmentation.proposal;
      const evidence =
        lines.length > 0 ? lines.flatMap((line) => explain(lineSpan(issue, line))) : segmentation.evidence;
      const document = conservedDocument({ issue, review, doubts, source, ...(values.explain && { evidence }) });
      await print(io, `${jsonLine(document)}\n`);
    });
  },
};

function lineNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Usage(`--line is a line number from 1 on, not '${value}'.`);
  return Number(value);
}

/** What stands on the line; a span behind the text where there is no such line. */
function lineSpan({ text, lines }: Issue, number: number): Span {
  const from = lines.starts[number - 1] ?? text.length;
  return { from, to: lines.starts[number] ?? text.length };
}
