#!/usr/bin/env node
/**
 * Makes a fresh clone ready: dependencies, build and, with --tests, what the tests need of the system. Does nothing
 * where nothing is stale. Plain Node (20.19 or newer), no dependencies: it runs before there are any.
 */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup-build.mjs';
import { ensureDependencies } from './setup-dependencies.mjs';
import { runScript, say } from './setup-here.mjs';
import { ensureTestTools } from './setup-tools.mjs';

/** Prints what it does; throws `Stop` with a sentence when something can't be had. */
export async function setup({ tests = false } = {}) {
  if (tests) await ensureTestTools();
  await ensureDependencies();
  await ensureBuild();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await setup({ tests: process.argv.includes('--tests') });
    say('everything is in place.');
  });
}
