/**
 * The `galley` command. Each command is loaded when it is called, so that `galley --help` and `galley COMMAND --help`
 * start as fast as Node does.
 * Exit codes: 0 done, 1 failed in part or wholly, 2 called in a wrong way.
 */
import { type Command, Complaint, complain, type ExitCode, type Io, print, ReaderGone, Usage } from './io.ts';

interface Loads {
  /** What its `--help` prints, which loads nothing of the command itself. */
  readonly help: () => Promise<{ readonly help: string }>;
  readonly load: () => Promise<{ readonly command: Command }>;
}

const COMMANDS: { readonly [name: string]: Loads } = {
  segment: { help: () => import('./help/segment.ts'), load: () => import('./segment.ts') },
  export: { help: () => import('./help/export.ts'), load: () => import('./export.ts') },
  replay: { help: () => import('./help/replay.ts'), load: () => import('./replay.ts') },
  archive: { help: () => import('./help/archive.ts'), load: () => import('./archive.ts') },
  record: { help: () => import('./help/record.ts'), load: () => import('./record.ts') },
  qa: { help: () => import('./help/qa.ts'), load: () => import('./qa.ts') },
  doctor: { help: () => import('./help/doctor.ts'), load: () => import('./doctor.ts') },
  serve: { help: () => import('./help/serve.ts'), load: () => import('./serve.ts') },
};

const HELP = `galley: the desk where scanned newspaper issues become clean articles

  galley segment FILE… [--explain]             propose articles; one JSON document a line
  galley export FILE… --format F --out DIR     write articles as json, html, csv, tei … files
  galley replay FILE --edits EDITS             make a list of edits, print the document
  galley archive ACT DIR [--jobs N]            status, segment, validate, export … a whole folder
  galley replay SCRIPT…                        run review scripts in the window
  galley record FILE [--out SCRIPT]            the review of an issue as a script for QA
  galley qa DIR                                look over a batch: figures, sampling, comparison
  galley doctor [DIR] [--repair]               check an archive: journals, locks, index
  galley serve [FILE…] --no-open               serve the review window to a browser

  galley COMMAND --help                        all about a command
  galley --version

Exit codes: 0 done, 1 failed in part, 2 bad usage.
`;

/** Runs the command that the arguments name. Never rejects. */
export async function runGalley(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name = '', ...args] = argv;
  try {
    return await dispatch(name, args, io);
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    if (error instanceof Usage) {
      const help = Object.hasOwn(COMMANDS, name) ? `galley ${name} --help` : 'galley --help';
      complain(io, Object.hasOwn(COMMANDS, name) ? name : 'usage', `${error.message} See ${help}.`);
      return 2;
    }
    const { failureSentence } = await import('./each-file.ts');
    complain(io, (error instanceof Complaint && error.about) || name, failureSentence(error, io));
    return 1;
  }
}

async function dispatch(name: string, args: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--help' || name === '-h') return print(io, HELP).then(() => 0);
  if (name === '--version') return print(io, `${(await import('./version.ts')).VERSION}\n`).then(() => 0);
  const loads = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!loads) throw new Usage(name ? `There is no command '${name}'.` : 'Name a command.');
  if (asksForHelp(args)) return print(io, (await loads.help()).help).then(() => 0);
  const { command } = await loads.load();
  return command.run(args, io);
}

/** After `--` all arguments are files, whatever they look like. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}
