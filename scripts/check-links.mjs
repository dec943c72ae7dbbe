#!/usr/bin/env node
/**
 * The links between the Markdown files of the house, and from them to other files: each must lead to something that
 * git knows, each anchor to a heading. Nothing is asked of the network. Prints each broken link and exits 1.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/;
/** `[text](target "title")` and pictures; the target may stand in angle brackets or hold one pair of brackets. */
const INLINE = /!?\[(?:[^\]\\]|\\.)*\]\(\s*(?:<([^>]*)>|((?:[^\s()]|\([^\s()]*\))+))(?:\s+["'(][^)]*)?\s*\)/g;
/** `[name]: target`, which links `[text][name]` point to. */
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/;
/** `<img src="…">`, `<a href="…">`. */
const TAG = /<(?:img|a)\b[^>]*?\b(?:src|href)=["']([^"']+)["']/g;
const NAMED = /<a\b[^>]*?\b(?:id|name)=["']([^"']+)["']/g;

/** The lines of Markdown that are no code: those of fences and four blanks are left empty, code in a line is blanked. */
export function proseLines(markdown) {
  let fence = null;
  let inList = false;
  return markdown.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = null;
      return '';
    }
    if (mark) {
      fence = mark;
      return '';
    }
    // Indented lines of a list go on its item; elsewhere they are code.
    if (/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    if (/^(?: {4}|\t)/.test(line) && !inList) return '';
    return line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (code) => ' '.repeat(code.length));
  });
}

/** Where a Markdown file links to, with the lines (1-based). */
export function linksOf(markdown) {
  return proseLines(markdown).flatMap((line, i) =>
    [...line.matchAll(INLINE), ...line.matchAll(TAG), ...[DEFINITION.exec(line)].filter(Boolean)].map((m) => ({
      line: i + 1,
      target: m[1] ?? m[2],
    })),
  );
}

/** The anchors of a Markdown file, made of its headings as GitHub makes them; the second of a name gets `-1`. */
export function anchorsOf(markdown) {
  const anchors = new Set();
  const prose = proseLines(markdown);
  for (const [i, line] of markdown.split('\n').entries()) {
    for (const named of line.matchAll(NAMED)) anchors.add(named[1]);
    const heading = prose[i] === '' ? null : HEADING.exec(line);
    if (!heading) continue;
    const slug = heading[1]
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    let name = slug;
    for (let n = 1; anchors.has(name); n++) name = `${slug}-${n}`;
    anchors.add(name);
  }
  return anchors;
}

/**
 * What is wrong with the links of `file`, a sentence each. `files` are the paths that git knows, `read` gives the text
 * of one; all paths are relative to the root and use `/`.
 */
export function brokenLinks(file, files, read) {
  const folders = new Set(['.', ...[...files].flatMap(foldersAbove)]);
  return linksOf(read(file)).flatMap(({ line, target }) => {
    const why = broken(file, target, files, folders, read);
    return why ? [`${file}:${line}: ${target}: ${why}`] : [];
  });
}

function broken(file, target, files, folders, read) {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(target)) return null;
  const [path, anchor] = target.split('#', 2);
  const named = path === '' ? file : normalize(join(dirname(file), decodeURI(path))).replace(/(?<=.)\/$/, '');
  if (named.startsWith('..') || path.startsWith('/')) return 'leads out of the checkout';
  if (path.endsWith('/') || !files.has(named)) return folders.has(named) ? null : 'there is no such file';
  if (anchor === undefined || !named.endsWith('.md')) return null;
  return anchorsOf(read(named)).has(decodeURIComponent(anchor)) ? null : 'there is no such heading';
}

function foldersAbove(path) {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function main() {
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const deleted = execFileSync('git', ['ls-files', '-dz'], { cwd: root, encoding: 'utf8' });
  const gone = new Set(deleted.split('\0'));
  const files = new Set(listed.split('\0').filter((path) => path !== '' && !gone.has(path)));
  const documents = [...files].filter((path) => path.endsWith('.md'));
  const bad = documents.flatMap((file) => brokenLinks(file, files, (path) => readFileSync(join(root, path), 'utf8')));
  for (const sentence of bad) console.error(sentence);
  if (bad.length > 0) process.exit(1);
  console.log(`links: ${documents.length} Markdown files, none broken`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
