/** What the tests need of the system: a Chromium, a screen to draw on, a font with Chinese. */
import { spawnSync } from 'node:child_process';
import { findBrowser, findOnPath } from './setup-browser.mjs';
import { run, Stop, say } from './setup-here.mjs';

const TOOLS = [
  { what: 'Chromium', debian: ['chromium'], isHere: () => findBrowser() !== null },
  {
    what: 'Xvfb',
    debian: ['xvfb', 'xauth'],
    isHere: () => process.platform !== 'linux' || (findOnPath(['Xvfb']) !== null && findOnPath(['xauth']) !== null),
  },
  {
    what: 'a font with Chinese',
    debian: ['fonts-noto-cjk'],
    isHere: () => process.platform !== 'linux' || hasChineseFont(),
  },
];

/** Finds them, or installs them with apt as root; else stops with what to install. */
export async function ensureTestTools() {
  let missing = TOOLS.filter((tool) => !tool.isHere());
  const canInstall = process.getuid?.() === 0 && findOnPath(['apt-get']) !== null;
  if (missing.length > 0 && canInstall) {
    await install(missing.flatMap((tool) => tool.debian));
    missing = TOOLS.filter((tool) => !tool.isHere());
  }
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.debian).join(' ');
  throw new Stop(
    `The tests need ${list(missing.map((tool) => tool.what))}: install it with your system's package manager ` +
      `(Debian and Ubuntu: sudo apt-get install ${packages}), or set GALLEY_CHROMIUM to a Chromium of yours.`,
  );
}

async function install(packages) {
  say(`installing ${packages.join(' ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Fails where a source can't be reached, though the packages may be known already: the install will tell.
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

const list = (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
