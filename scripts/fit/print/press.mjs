/**
 * Prints pages with Chromium and reads them back with poppler's pdftotext, as the press sets were made. What was printed
 * once is kept in node_modules/.cache, by its HTML and the way of reading.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser, findOnPath } from '../../setup-browser.mjs';

const KEPT = resolve(fileURLToPath(import.meta.url), '../../../../node_modules/.cache/galley-fit');

/** The arguments of pdftotext for each way of reading. */
const READ = { default: [], raw: ['-raw'], layout: ['-layout'] };

/** What this machine lacks to print pages and read them back, by Debian's names of the packages. */
export const missingForPrint = () => [
  ...(findBrowser() ? [] : ['chromium']),
  ...(findOnPath(['pdftotext']) ? [] : ['poppler-utils']),
];

/**
 * The text of each page, read back.
 * @param pages `{ html, width, read }`: width in px; `read` default (poppler's reading order), raw (painting order) or layout
 */
export async function printed(pages) {
  mkdirSync(KEPT, { recursive: true });
  const files = pages.map(({ html, read }) =>
    join(KEPT, `${createHash('sha256').update(`${read}\n${html}`).digest('hex').slice(0, 32)}.txt`),
  );
  if (!files.every((file) => existsSync(file))) await print(pages, files);
  return files.map((file) => readFileSync(file, 'utf8'));
}

async function print(pages, files) {
  const scratch = mkdtempSync(join(tmpdir(), 'galley-print-'));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage({ javaScriptEnabled: false });
    for (const [k, { html, width, read }] of pages.entries()) {
      if (existsSync(files[k])) continue;
      await tab.setContent(html);
      const pdf = join(scratch, 'page.pdf');
      // One sheet, as long as the page needs: nothing is broken over sheets.
      const { height } = await tab.locator('html').boundingBox();
      await tab.pdf({
        path: pdf,
        width: `${width + 48}px`,
        height: `${Math.ceil(height) + 60}px`,
        printBackground: true,
      });
      execFileSync('pdftotext', [...READ[read], '-enc', 'UTF-8', pdf, files[k]]);
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
