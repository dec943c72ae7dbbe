/** What `galley doctor --help` prints. */
export const help = `galley doctor [DIR] [--repair] [--log] [--report FILE]

Checks the data folder and its settings, and with DIR the archive in it and in the
folders below: the checksums of all journals, the copies of the issues, locks and
temporary files of processes that are gone, the archive's index against the files.
Reads only; prints one line for each finding, then a sum.

  --repair       set aside what may be (locks and temporary files of dead processes,
                 a damaged index, damaged settings): renamed to NAME.aside-TIME. The
                 index is made anew when the archive is opened. Nothing is deleted, and
                 no journal is touched: a torn one is read up to the tear.
  --log          also print the last lines of the log, as they are: JSON, one a line.
                 They hold no text of a newspaper and no name.
  --report FILE  also write what is needed to look into a problem: versions, settings,
                 counts of the findings, the log. No text, no names; read it through
                 before you send it. FILE must not be there yet.

Exit codes: 0 all is well or was set aside, 1 something is left to a person, 2 bad
usage.
`;
