/** `galley segment FILE…`: the proposal for each file, one document a line. Never reads or writes a review. */

import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';
import { conservedDocument } from '../export/conserved.ts';
import { jsonLine } from '../export/json.ts';
import { segmentToExplain } from '../segmenter/segment.ts';
import { ENCODING_OPTION, encodingOf, readArguments } from './arguments.ts';
import { eachFile } from './each-file.ts';
import { type Command, print, Usage } from './io.ts';
import { readPaperProfile } from './paper-profile.ts';
import { readIssue } from './read-issue.ts';

const options = {
  ...ENCODING_OPTION,
  explain: { type: 'boolean' },
  line: { type: 'string', multiple: true },
  'as-issue': { type: 'boolean' },
  'profile-paper': { type: 'string' },
} as const;

export const command: Command = {
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
