/** `galley serve FILE… --no-open`: the review window for a browser on this machine, until it is asked to stop. */
import { homedir } from 'node:os';
import { dataFolder } from '../host/data-folder.ts';
import { serve } from '../host/serve.ts';
import { readArguments } from './arguments.ts';
import { type Command, print, Usage } from './io.ts';
import { pathOf } from './read-issue.ts';

const help = `galley serve FILE… --no-open

Serves the review window on 127.0.0.1 to a browser of this machine, and prints one line
of JSON when it is ready:

  {"url": "http://127.0.0.1:PORT/enter?t=TOKEN"}

The address works once. FILE may be a folder: its issues are listed. Stops in order on
SIGTERM and SIGINT (Ctrl-C); what is called saved is saved.

  --no-open      open no window (required: this command never opens one; npm start does)

Settings and copies of samples are kept in $GALLEY_DATA, else in the system's place for
them. Exit codes: 0 stopped in order, 1 could not serve, 2 bad usage.
`;

const options = { 'no-open': { type: 'boolean' } } as const;

export const serveCommand: Command = {
  help,
  async run(args, io) {
    const { values, files } = readArguments(args, options);
    if (!values['no-open']) throw new Usage('It opens no window: say --no-open, or use npm start.');
    if (files.includes('-')) throw new Usage('A review needs a file, not stdin (-).');
    const stopped = io.stopped();
    const served = await serve({
      files: files.map((file) => pathOf(file, io)),
      dataFolder: dataFolder({ env: io.env, platform: process.platform, home: homedir() }),
    });
    try {
      await print(io, `${JSON.stringify({ url: served.url })}\n`);
      await stopped;
    } finally {
      await served.close();
    }
    return 0;
  },
};
