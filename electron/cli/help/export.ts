/** What `galley export --help` prints. */
import { ENCODING_HELP } from '../arguments.ts';

export const help = `galley export FILE… --format F --out DIR [--profile P] [--dry-run] [--fresh] …

Writes the articles of each issue to a file in DIR, which is made if need be: the
reviewed ones where there is a review, else the proposed ones. Prints the path of each
file written, a tab, and what it holds and leaves out.

  --format F     json       the whole document      NAME.json
                 jsonl      one article a line      NAME.jsonl
                 markdown   to read or publish      NAME.md
                 text       plain text              NAME.articles.txt
                 html       a page for browsers     NAME.html
                 csv        a row an article        NAME.csv
                 xlsx       for spreadsheets        NAME.xlsx
                 tei        TEI P5                  NAME.tei.xml
                 pairs      as scanned, corrected   NAME.pairs.jsonl
                 docx       for Word                NAME.docx
                 mets       METS and ALTO           NAME.mets.zip
                 page       PAGE, of scans          NAME.page.zip
                 epub       a book                  NAME.epub
                 ninjs      news as JSON            NAME.ninjs.json
                 nitf       NITF 3.6, zipped        NAME.nitf.zip
                 newsml     NewsML-G2               NAME.newsml.xml
  --profile P    a profile of the archive that the first file lies in, instead of a
                 format: which articles and fields, format, names of files
  --out DIR      the folder to write to; an older export of the same name is replaced.
                 galley-manifest.json there says what each file is
  --dry-run      write nothing: print what would be added, changed, unchanged or
                 withdrawn, a file a line
  --fresh        take no notice of reviews: export what would be proposed now
${ENCODING_HELP}

A target is the old file or the new one, never a part of one. Issue files and reviews
are never written. A file that fails gives one line on stderr and does not stop the
others.

Exit codes: 0 done, 1 some file failed, 2 bad usage.
`;
