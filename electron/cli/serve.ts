/** `galley serve FILE… --no-open`: the review window for a browser on this machine, until it is asked to stop. */
import { homedir } from 'node:os';
import { DeskError } from '../../shared/contract/contract.ts';
import { dataFolder } from '../host/data-folder.ts';
import { serve } from '../host/serve.ts';
import { readArguments } from './arguments.ts';
import { type Command, Complaint, complain, type ExitCode, print, Usage } from './io.ts';
import { pathOf } from './read-issue.ts';
import { problemSentence } from './sentences.ts';

const help = `galley serve [FILE…] --no-open [--reader NAME]

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

const options = { 'no-open': { type: 'boolean' }, reader: { type: 'string' } } as const;

interface ServeArguments {
  readonly files: readonly string[];
  readonly reader: string | undefined;
}

/** No person's name is longer (settings). */
const LONGEST_NAME = 100;

function readServeArguments(args: readonly string[]): ServeArguments {
  const { values, files } = readArguments(args, options, { mayBeNone: true });
  if (!values['no-open']) throw new Usage('It opens no window: say --no-open, or use npm start.');
  if (files.includes('-')) throw new Usage('A review needs a file, not stdin (-).');
  const reader = values.reader?.trim();
  if (reader !== undefined && (reader === '' || reader.length > LONGEST_NAME))
    throw new Usage(`--reader is the name of a person, of at most ${LONGEST_NAME} characters.`);
  return { files, reader };
}

export const serveCommand: Command = {
  help,
  async run(args, io) {
    const { files, reader } = readServeArguments(args);
    const stopped = io.stopped();
    let code: ExitCode = 0;
    const served = await serve({
      files: files.map((file) => pathOf(file, io)),
      ...(reader !== undefined && { reader }),
      dataFolder: dataFolder({ env: io.env, platform: process.platform, home: homedir() }),
      complain: (name, problem) => {
        code = 1;
        complain(io, name, problemSentence(problem));
      },
    }).catch(notServed);
    try {
      await print(io, `${JSON.stringify({ url: served.url })}\n`);
      await stopped;
    } finally {
      await served.close();
    }
    return code;
  },
};

/** Serving failed: of the first file, if it was one that could not be opened. */
function notServed(error: unknown): never {
  const name = error instanceof DeskError ? error.problem.values?.name : undefined;
  if (error instanceof DeskError && name !== undefined)
    throw new Complaint(problemSentence(error.problem), String(name));
  throw error;
}
