/** What `galley serve --help` prints. */
export const help = `galley serve [FILE…] --no-open [--reader NAME]

Serves the review window on 127.0.0.1 to a browser of this machine, and prints one line
of JSON when it is ready:

  {"url": "http://127.0.0.1:PORT/enter?t=TOKEN"}

The address works once. FILE may be a folder: it is opened as an archive; without
FILE the sample issue is opened. Stops in order on SIGTERM and SIGINT (Ctrl-C): what
is called saved is saved.

  --no-open      open no window (required: this command never opens one; npm start does)
  --reader NAME  NAME reads the issues a second time, from the proposal on: the first
                 reviews are not shown, and compared later from within them

Settings and copies of samples are kept in $GALLEY_DATA, else in the system's place for
them.

Exit codes: 0 stopped in order, 1 some file could not be opened, 2 bad usage.
`;
