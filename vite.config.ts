/**
 * One build, four environments (`vite build --app`): the window (client), the main process, its hosts and the
 * package (main), the review kit, and the sandboxed preload script, which must be a single CommonJS file.
 *
 * GALLEY_DIST puts the whole build elsewhere, so that two builds do not disturb each other.
 */
import { copyFileSync, cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { licenceList } from './scripts/packing/licences.mjs';

const dist = resolve(import.meta.dirname, process.env.GALLEY_DIST ?? 'dist');
const fromNode = [...builtinModules, /^node:/, 'electron'];
const at = (path: string) => resolve(import.meta.dirname, path);

/** SQLite as WebAssembly reads a file beside itself, so it lies beside the bundle as it came (electron/archive/sqlite.ts). */
const sqliteWasm: Plugin = {
  name: 'sqlite-wasm',
  applyToEnvironment: ({ name }) => name === 'main',
  writeBundle({ dir }) {
    const from = at('node_modules/node-sqlite3-wasm/dist');
    copyFileSync(resolve(from, 'node-sqlite3-wasm.js'), resolve(dir ?? dist, 'sqlite-wasm.cjs'));
    copyFileSync(resolve(from, 'node-sqlite3-wasm.wasm'), resolve(dir ?? dist, 'node-sqlite3-wasm.wasm'));
  },
};

/**
 * What pdf.js reads beside itself when it draws a page: tables of CJK encodings, fonts that a PDF may take for granted,
 * decoders of images in plain JavaScript (renderer/facsimile/pdf.ts).
 */
const pdfParts: Plugin = {
  name: 'pdf-parts',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle({ dir }) {
    const to = resolve(dir ?? dist, 'pdf');
    for (const part of ['cmaps', 'standard_fonts'])
      cpSync(at(`node_modules/pdfjs-dist/${part}`), resolve(to, part), { recursive: true });
    for (const [decoder, licence] of [
      ['jbig2', 'JBIG2'],
      ['openjpeg', 'OPENJPEG'],
    ])
      for (const file of [`${decoder}_nowasm_fallback.js`, `LICENSE_${licence}`, `LICENSE_PDFJS_${licence}`])
        cpSync(at(`node_modules/pdfjs-dist/wasm/${file}`), resolve(to, 'wasm', file));
  },
};

/** The tables of CJK encodings that pdf.js reads when a PDF names one (electron/import/pdf.ts). */
const characterMaps: Plugin = {
  name: 'character-maps',
  applyToEnvironment: ({ name }) => name === 'main',
  writeBundle({ dir }) {
    cpSync(at('node_modules/pdfjs-dist/cmaps'), resolve(dir ?? dist, 'cmaps'), { recursive: true });
  },
};

/** Whose code is in Galley, for its About (renderer/dialogs/AboutDialog.tsx). */
const licences: Plugin = {
  name: 'licences',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    const source = JSON.stringify(licenceList(import.meta.dirname));
    this.emitFile({ type: 'asset', fileName: 'licences.json', source });
  },
};

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), sqliteWasm, characterMaps, pdfParts, licences],
  builder: {},
  environments: {
    // The window is loaded from this machine: one file of a megabyte is no cost.
    client: {
      build: { outDir: resolve(dist, 'renderer'), emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 1500 },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: resolve(dist, 'electron'),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          platform: 'node',
          external: fromNode,
          output: { format: 'es', entryFileNames: '[name].js' },
          input: {
            main: at('electron/shell/main.ts'),
            host: at('electron/host/main.ts'),
            cli: at('electron/cli/main.ts'),
            worker: at('electron/desk/worker.ts'),
            package: at('electron/package/index.ts'),
            archive: at('electron/archive/worker.ts'),
            batch: at('electron/archive/batch/worker.ts'),
          },
        },
      },
    },
    // The review kit of the npm package: Playwright stays the tester's own.
    kit: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['@playwright/test', 'playwright-core'] },
      build: {
        outDir: resolve(dist, 'kit'),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          platform: 'node',
          external: [...fromNode, '@playwright/test', 'playwright-core'],
          output: { format: 'es', entryFileNames: '[name].js' },
          input: { index: at('e2e/kit/index.ts') },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: resolve(dist, 'electron'),
        emptyOutDir: false,
        minify: false,
        rolldownOptions: {
          external: ['electron'],
          input: at('electron/shell/preload.ts'),
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
});
