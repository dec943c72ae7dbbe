/** What `galley segment --help` prints. */
import { ENCODING_HELP } from '../arguments.ts';

export const help = `galley segment FILE… [--explain [--line N]] [--profile-paper P] [--encoding E]

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
