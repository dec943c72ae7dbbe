#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
/**
 * The import rules of the house, checked on every source file: imports run one way, `renderer → shared ← electron`.
 * No dependencies. Prints each import that breaks a rule and exits 1.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Who may import whom: for files under `from`, relative imports may reach `may`, packages may be `packages`
 * (undefined: any). The first rule whose `from` matches a file holds.
 */
export const RULES = [
  // The contract's test holds both wires against both hosts.
  { from: 'renderer/host/contract.test.ts', may: ['renderer/', 'shared/', 'electron/'] },
  { from: 'shared/', may: ['shared/'], packages: ['zod'] },
  { from: 'electron/segmenter/', may: ['electron/segmenter/', 'shared/'], packages: [] },
  { from: 'electron/shell/', may: ['electron/', 'shared/', 'resources/'], electron: true },
  { from: 'electron/', may: ['electron/', 'shared/', 'resources/', 'package.json'] },
  { from: 'renderer/', may: ['renderer/', 'shared/', 'resources/'], noNode: true },
  { from: 'e2e/', may: ['e2e/', 'shared/', 'resources/'] },
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Why `specifier`, imported by `file` (both relative to the root), is not allowed; null when it is. */
export function breaks(file, specifier) {
  const rule = RULES.find((r) => file.startsWith(r.from));
  if (!rule) return null;
  const isTest = /\.test\.tsx?$|\/testing\//.test(file);
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')));
    if (rule.may.some((prefix) => target.startsWith(prefix))) return null;
    return `${rule.from} may import ${rule.may.join(', ')} only`;
  }
  if (isTest) return null;
  if (specifier === 'electron' && !rule.electron) return 'only electron/shell/ imports electron';
  const isNode = specifier.startsWith('node:');
  if (isNode && rule.noNode) return 'the window has no Node';
  if (rule.packages && !rule.packages.includes(specifier.split('/')[0]))
    return `${rule.from} imports no package but ${rule.packages.join(', ') || 'none'}`;
  return null;
}

export function importsOf(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(IMPORT)].map((m) => m[1] ?? m[2]);
}

function main() {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
  let bad = 0;
  for (const file of files) {
    let source;
    try {
      source = readFileSync(join(root, file), 'utf8');
    } catch {
      continue; // deleted, but still in the index
    }
    for (const specifier of importsOf(source)) {
      const why = breaks(file, specifier);
      if (why) {
        bad++;
        console.error(`${relative(root, join(root, file))}: import of '${specifier}': ${why}`);
      }
    }
  }
  if (bad) process.exit(1);
  console.log(`import rules: ${files.length} files, none broken`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
