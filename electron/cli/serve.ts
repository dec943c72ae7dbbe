/** `galley serve FILE… --no-open`: the review window for a browser on this machine, until it is asked to stop. */

import { DeskError } from '../../shared/contract/contract.ts';
import { LONGEST_PERSON } from '../../shared/contract/settings.ts';
import { serve } from '../host/serve.ts';
import { readArguments } from './arguments.ts';
import { dataFolderOf } from './data-folder.ts';
import { type Command, Complaint, complain, type ExitCode, print, Usage } from './io.ts';
import { pathOf } from './read-issue.ts';
import { problemSentence } from './sentences.ts';

const options = { 'no-open': { type: 'boolean' }, reader: { type: 'string' } } as const;

interface ServeArguments {
  readonly files: readonly string[];
  readonly reader: string | undefined;
}

function readServeArguments(args: readonly string[]): ServeArguments {
  const { values, files } = readArguments(args, options, { mayBeNone: true });
  if (!values['no-open']) throw new Usage('It opens no window: say --no-open, or use npm start.');
  if (files.includes('-')) throw new Usage('A review needs a file, not stdin (-).');
  const reader = values.reader?.trim();
  if (reader !== undefined && (reader === '' || reader.length > LONGEST_PERSON))
    throw new Usage(`--reader is the name of a person, of at most ${LONGEST_PERSON} characters.`);
  return { files, reader };
}

export const command: Command = {
  async run(args, io) {
    const { files, reader } = readServeArguments(args);
    const stopped = io.stopped();
    let code: ExitCode = 0;
    const served = await serve({
      files: files.map((file) => pathOf(file, io)),
      ...(reader !== undefined && { reader }),
      dataFolder: dataFolderOf(io),
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
