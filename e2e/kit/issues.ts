/** The issues that tests open: always a scratch copy, so that no test sees another's review. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from './programs.ts';

/** Where the sample issues that ship with Galley lie. */
export const samplesFolder = join(root, 'resources', 'samples');

/** The sample issues that ship with Galley. */
export function samples(): readonly string[] {
  if (!existsSync(samplesFolder)) return [];
  return readdirSync(samplesFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(samplesFolder, name));
}

/** The first sample issue. Throws when none ships. */
export function sample(): string {
  const [first] = samples();
  if (!first) throw new Error('No sample issue in resources/samples.');
  return first;
}

/** Copies an issue, a file or a folder of pages, into the folder and gives the copy's path. */
export function copyIssue(source: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, basename(source));
  cpSync(source, copy, { recursive: true });
  return copy;
}

/** Copies a folder of issues into the scratch folder and gives the copy's path; what lies there already stays as it is. */
export function copyArchive(source: string, scratch: string): string {
  if (!relative(scratch, source).startsWith('..')) return source;
  const copy = join(scratch, 'archives', basename(source));
  cpSync(source, copy, { recursive: true });
  return copy;
}

/** An issue made for one test. */
export function writeIssue(folder: string, name: string, content: string | Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The lines of an issue file in UTF-8, as they are numbered: `lines[1]` is line 1. */
export const linesOf = (path: string): readonly string[] => ['', ...readFileSync(path, 'utf8').split(/\r\n|\r|\n/)];
