#!/usr/bin/env node
/**
 * node scripts/pictures.mjs [FOLDER]: makes the pictures of the guides (docs/pictures), in English and Chinese: the window
 * as a person sees it, served by the `galley` of this checkout over copies of the samples. Look at them before they are committed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { setup } from './setup.mjs';
import { findBrowser } from './setup-browser.mjs';
import { dist, environment, invokedFrom, node, root, runScript, say } from './setup-here.mjs';

const SIZE = { width: 1360, height: 800 };
const SAMPLE = 'qinghe-daily.txt';

/** What the reader's eye should find; every other part of the window is as it comes. Keys as in docs/guide.md. */
const PICTURES = [
  { name: 'review', show: (page) => page.keyboard.press('d') },
  {
    name: 'find',
    show: async (page) => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('供热');
    },
  },
];

await runScript(async () => {
  await setup();
  const [named] = process.argv.slice(2);
  const target = named ? resolve(invokedFrom, named) : join(root, 'docs', 'pictures');
  const scratch = mkdtempSync(join(tmpdir(), 'galley-pictures-'));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--font-render-hinting=none'] });
  try {
    mkdirSync(target, { recursive: true });
    for (const lang of ['en', 'zh'])
      for (const picture of PICTURES) {
        const path = join(target, `${picture.name}.${lang}.png`);
        await take(browser, picture, lang, join(scratch, lang, picture.name), path);
        say(path);
      }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** One picture, of a desk of its own that has seen nothing before. */
async function take(browser, { show }, lang, folder, path) {
  const issues = join(folder, 'issues');
  cpSync(join(root, 'resources', 'samples'), issues, { recursive: true });
  const env = environment({ GALLEY_DATA: join(folder, 'data') });
  const args = [join(dist, 'electron', 'cli.js'), 'serve', join(issues, SAMPLE), '--no-open'];
  const served = spawn(node(), args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(createInterface(served.stdout), 'line');
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    await page.goto(`${JSON.parse(line).url}&lang=${lang}`);
    await page.locator('[data-pane="articles"] [data-article]').first().waitFor();
    await show(page);
    await page.waitForFunction(() => document.querySelector('[data-busy="true"]') === null);
    await page.waitForTimeout(1500);
    await page.screenshot({ path });
    await page.close();
  } finally {
    served.kill('SIGTERM');
    await once(served, 'exit');
  }
}
