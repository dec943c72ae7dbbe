/**
 * The Node host's process: `host.js [--until-stdin-ends] [FILE|FOLDER …]`. Prints one line of JSON, `{"url": …}`, when
 * it is ready; stops in order on SIGTERM, SIGINT and, when asked to, at the end of its stdin.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DeskError } from '../../shared/contract/contract.ts';
import { problemSentence } from '../cli/sentences.ts';
import { dataFolder } from './data-folder.ts';
import { serve } from './serve.ts';

const say = (name: string, sentence: string) => console.error(`galley: ${name}: ${sentence}`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'until-stdin-ends': { type: 'boolean', default: false } },
});

try {
  const served = await serve({
    files: positionals.map((file) => resolve(file)),
    dataFolder: dataFolder(),
    complain: (name, problem) => say(name, problemSentence(problem)),
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await served.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (values['until-stdin-ends']) process.stdin.resume().on('close', stop);
  console.log(JSON.stringify({ url: served.url }));
} catch (error) {
  if (!(error instanceof DeskError)) throw error;
  say(String(error.problem.values?.name ?? 'serve'), problemSentence(error.problem));
  process.exitCode = 1;
}
