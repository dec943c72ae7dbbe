#!/usr/bin/env node
/**
 * npm start [-- FILE|FOLDER …] [--host=node|electron] [--no-open]
 *
 * Opens the desk: on the sample issue, on the files, or on a folder's issues. In Electron where its binary is or can be
 * had; else the Node host with a Chromium as its window.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { setup } from './setup.mjs';
import { findBrowser } from './setup-browser.mjs';
import { dist, environment, invokedFrom, memory, node, root, runScript, Stop, say } from './setup-here.mjs';
import { fetchElectron } from './start-electron.mjs';

const asRoot = process.getuid?.() === 0;
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await runScript(async () => {
  const { files, host, open } = readArguments();
  await setup();
  const electron = await chooseElectron(host, open);
  return electron ? runElectron(electron, files) : runNodeHost(files, open);
});

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { host: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
  } catch (error) {
    throw new Stop(error.message);
  }
  const { values, positionals } = parsed;
  if (values.host !== undefined && values.host !== 'node' && values.host !== 'electron')
    throw new Stop(`--host is node or electron, not ${values.host}.`);
  return {
    files: positionals.map((file) => resolve(invokedFrom, file)),
    host: values.host ?? null,
    open: !values['no-open'],
  };
}

/** Electron's binary, or null for the Node host; says which and why. */
async function chooseElectron(host, open) {
  if (host === 'electron') {
    const binary = await fetchElectron({ again: true });
    if (!binary)
      throw new Stop("Electron's binary is not here and could not be fetched; --host=node works without it.");
    say('host: Electron.');
    return binary;
  }
  if (host === 'node' || !open) {
    say(host === 'node' ? 'host: Node, as asked.' : 'host: Node, since no window is to be opened.');
    return null;
  }
  const binary = asRoot ? null : await fetchElectron();
  if (binary) say('host: Electron.');
  else if (asRoot) say('host: Node, since Electron does not run as root with its sandbox.');
  else say("host: Node, since Electron's binary is not here (--host=electron tries to fetch it again).");
  return binary;
}

async function runElectron(binary, files) {
  const rootArgs = asRoot ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...rootArgs, root, ...files], {
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  passSignals(child);
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** Starts the Node host and its window; ends when the window is closed or on a signal. */
async function runNodeHost(files, open) {
  const host = spawn(node(), [join(dist, 'electron', 'host.js'), '--until-stdin-ends', ...files], {
    env: environment(),
    // The host ends with this pipe: a start script that is killed leaves none behind.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  passSignals(host);
  const url = await readyUrl(host);
  if (!url) return (await ended)[0] || 1;
  const browser = open ? openWindow(url) : null;
  if (!browser) process.stdout.write(`${JSON.stringify({ url })}\n`);
  browser?.on('exit', () => host.kill('SIGTERM'));
  const [code] = await ended;
  browser?.kill();
  return code ?? 1;
}

/** The address from the host's first line; null when it ends without one. */
async function readyUrl(host) {
  for await (const line of createInterface({ input: host.stdout })) return JSON.parse(line).url;
  return null;
}

/** A Chromium as an app window, or null: then the address is printed for a browser of the person's choice. */
function openWindow(url) {
  const browser = findBrowser();
  if (!browser) {
    say('no Chromium, Chrome or Edge found. Open this address in a browser (it works once):');
    return null;
  }
  if (!hasScreen) {
    say('there is no screen here. Open this address in a browser on this machine (it works once):');
    return null;
  }
  say(`window: ${browser}${asRoot ? ', without its sandbox, since this is root' : ''}.`);
  const profile = join(memory, 'window');
  mkdirSync(profile, { recursive: true });
  return spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1600,1000',
      ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  );
}

function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
}
