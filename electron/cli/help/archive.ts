/** What `galley archive --help` prints. */
import { EXPORT_FORMATS } from '../../../shared/contract/formats.ts';

/** Formats on the first of two lines. */
const HALF = Math.ceil(EXPORT_FORMATS.length / 2);

export const help = `galley archive ACT DIR [--jobs N] [--json] [--csv] [--dry-run] [--fresh]

Works on all issues of a folder and of those below it, several at once.

  status       how many issues there are, in which state; what batches were left
  segment      propose articles where there is no review yet, and keep the proposals
  repropose    propose anew what an older segmenter proposed and nobody has settled
  validate     prove each review: its journal, that no character is lost, the rules of
               the archive
  export       write the articles: --format F or --profile P, --out DIR; a manifest
               lies there too, and what is new against the last one is told
  learn        print what the settled issues teach of their newspapers (names, places,
               column titles, running heads): a profile a line, to review and share

  --jobs N     issues at once; without it, one for each processor
  --format F   ${EXPORT_FORMATS.slice(0, HALF).join(', ')},
               ${EXPORT_FORMATS.slice(HALF).join(', ')}
  --profile P  a profile of the archive: which articles and fields, format, names
  --out DIR    the folder to write to
  --dry-run    export: write nothing, print what would be added, changed, unchanged or
               withdrawn, a file a line
  --profile-paper FILE  segment, repropose: with this profile of a newspaper, instead of
               what Galley has learned of each issue's own
  --no-paper-profile  segment, repropose: without any
  --paper P    learn: of this newspaper only
  --person P   the name that stands in journals
  --retry      when resuming: what failed is tried again
  --fresh      begin a batch anew where one was interrupted
  --json       print the summary as one line of JSON
  --csv        status: print the table of the archive as CSV

A batch that was interrupted (Ctrl-C, crash, power cut) goes on where it was when the
same command is given again; nothing is done twice. It may run beside the window:
reviews that are being written elsewhere are left alone and told of. An issue that
fails gives one line on stderr and does not stop the others.

Exit codes: 0 done, 1 some issue failed or interrupted, 2 bad usage.
`;
