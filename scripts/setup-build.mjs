/** dist/ as the sources say. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dist, node, root, run, Stop, say } from './setup-here.mjs';

/** What the build is made from. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources/locales',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
];
const NOT_BUILT = /\.test\.tsx?$|[/\\]testing[/\\]|\.tsbuildinfo$/;

const stampFile = join(dist, '.galley-build');
const lockFolder = join(dist, '.galley-building');
const LOCK_OF_THE_DEAD_MS = 120_000;

/** Builds unless dist/ was made from these very sources. Two at once: the second waits for the first. */
export async function ensureBuild() {
  if (isFresh()) return;
  await holdingLock(async () => {
    if (isFresh()) return;
    say('building (some seconds) …');
    // Taken before: what is saved during the build is not in it.
    const stamp = stampNow();
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const code = await run(node(), [vite, 'build', '--app', '--logLevel', 'warn']);
    if (code !== 0) throw new Stop('The build failed; the lines above say where.');
    writeFileSync(stampFile, JSON.stringify(stamp));
  });
}

/** Whether the build is up to date: by sizes and times, and where those differ (a fresh clone's do), by content. */
function isFresh() {
  if (!existsSync(join(dist, 'electron', 'cli.js')) || !existsSync(join(dist, 'renderer', 'index.html'))) return false;
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return false;
  }
  const files = sourceFiles();
  if (stamp.stats === statsOf(files)) return true;
  if (stamp.content !== contentOf(files)) return false;
  writeFileSync(stampFile, JSON.stringify({ ...stamp, stats: statsOf(files) }));
  return true;
}

function stampNow() {
  const files = sourceFiles();
  return { stats: statsOf(files), content: contentOf(files) };
}

function sourceFiles() {
  const files = [];
  const walk = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      if (!NOT_BUILT.test(path)) files.push(path);
      return;
    }
    for (const name of readdirSync(path).sort()) walk(join(path, name));
  };
  for (const source of SOURCES) walk(join(root, source));
  return files;
}

const digest = (files, ofFile) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(ofFile(file))
      .update('\0');
  return hash.digest('hex');
};
const statsOf = (files) =>
  digest(files, (file) => {
    const { size, mtimeMs } = statSync(file);
    return `${size} ${mtimeMs}`;
  });
const contentOf = (files) => digest(files, (file) => readFileSync(file));

async function holdingLock(work) {
  mkdirSync(dist, { recursive: true });
  while (!takeLock()) await wait(100);
  try {
    await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/** A folder is made by one process only. One that a killed build left behind counts no more after a while. */
function takeLock() {
  try {
    mkdirSync(lockFolder);
    return true;
  } catch {
    try {
      if (Date.now() - statSync(lockFolder).mtimeMs > LOCK_OF_THE_DEAD_MS) rmSync(lockFolder, { recursive: true });
    } catch {
      // gone in between: the next try takes it
    }
    return false;
  }
}
