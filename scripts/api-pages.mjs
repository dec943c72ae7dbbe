#!/usr/bin/env node
/**
 * npm run api: writes docs/kit.md and docs/package.md from the doc comments of what the package exports, so that the pages
 * say what the code says. `--check` writes nothing and fails when a page is not current.
 *
 * It reads the declarations that the compiler emits: their form is regular (one statement a line or a block, members
 * four blanks in), so no parser is needed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, root, run, runScript, Stop, say } from './setup-here.mjs';

export const PAGES = [
  {
    page: 'docs/kit.md',
    entry: 'e2e/kit/index.d.ts',
    head: '# The review kit: `galley/kit`\n\nAll that it exports, from its doc comments (`npm run api`). How to work with it: [qa.md](qa.md).',
  },
  {
    page: 'docs/package.md',
    entry: 'electron/package/index.d.ts',
    head: "# The package: `import { segment } from 'galley'`\n\nAll that it exports, from its doc comments (`npm run api`). The document is described in [formats.md](formats.md).",
  },
];

/** Text of a doc comment; '' for none. */
export function docText(comment) {
  return comment
    .replace(/^\s*\/\*\*|\*\/\s*$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}

const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\//;
/** A doc comment, if there is one, and the statement or member that follows it. */
const MEMBER = new RegExp(
  `^ {4}(?:(${COMMENT.source})\\n {4})?((?![ }/*])[\\s\\S]*?;)$(?!\\n {5,}\\S|\\n {4}\\})`,
  'gm',
);

/** Members of a class or interface that a person may use, in order. */
export function membersOf(body) {
  return [...body.matchAll(MEMBER)]
    .map(([, comment = '', text]) => ({ doc: docText(comment), signature: oneLine(text) }))
    .filter(({ signature }) => !/^(?:#|private |constructor\(|toString\()/.test(signature));
}

const oneLine = (text) =>
  text
    .replace(COMMENT_ALL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^readonly /, '')
    .replace(/;$/, '');
const COMMENT_ALL = new RegExp(COMMENT.source, 'g');

/** What `export { a, type B } from './x.ts'` and `export declare …` of an entry name: name and file. */
export function exportsOf(text, file) {
  const found = [];
  for (const [, names, from] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';$/gm))
    for (const part of names.split(',')) {
      const name = part.replace(/\btype\b/, '').trim();
      // Behind a last comma there is none.
      if (name !== '') found.push({ name, file: declarations(file, from) });
    }
  for (const [, name] of text.matchAll(/^export declare (?:async )?(?:function|const|class) (\w+)/gm))
    found.push({ name, file });
  for (const [, name] of text.matchAll(/^export (?:declare )?(?:interface|type) (\w+)/gm)) found.push({ name, file });
  return found;
}

const declarations = (file, from) => join(dirname(file), from.replace(/\.ts$/, '.d.ts'));

/** The declaration of a name: its doc, what it is, and its text up to its end. Throws when the file has none. */
export function declarationOf(text, name) {
  const start = new RegExp(
    `^(?:(${COMMENT.source})\\n)?export (?:declare )?(?:abstract )?(class|interface|type|function|const) ${name}\\b`,
    'm',
  ).exec(text);
  if (!start) throw new Error(`no declaration of ${name}`);
  const [whole, comment = '', kind] = start;
  const rest = text.slice(start.index + whole.length - `${kind} ${name}`.length);
  // A block ends with a brace at the line's beginning, anything else with a semicolon at a line's end.
  const isBlock = kind === 'class' || kind === 'interface';
  const end = (isBlock ? /^\}/m : /;$/m).exec(rest);
  return { doc: docText(comment), kind, text: rest.slice(0, end ? end.index + 1 : undefined) };
}

/** The comment at the head of a file: what the first class of it is for, where that says nothing itself. */
const moduleDoc = (text) => docText(new RegExp(`^${COMMENT.source}(?=\\n(?:import|export|\\n))`).exec(text)?.[0] ?? '');

function section({ name, file }) {
  const text = readFileSync(file, 'utf8');
  const declared = declarationOf(text, name);
  const doc = declared.doc || (declared.kind === 'class' ? moduleDoc(text) : '');
  const isBlock = declared.kind === 'class' || declared.kind === 'interface' || declared.text.includes('Expect<{');
  const members = isBlock ? membersOf(declared.text) : [];
  const list = members.map(
    ({ signature, doc }) => `- \`${signature}\`${doc ? `\n  ${doc.replaceAll('\n', '\n  ')}` : ''}`,
  );
  const code = isBlock ? '' : `\`\`\`ts\n${declared.text.replace(/import\("[^"]+"\)\./g, '')}\n\`\`\``;
  const parts = [`## ${name}`, doc, code, list.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The pages as they should read, from declarations in `types`. */
export function pagesFrom(types) {
  return PAGES.map(({ page, entry, head }) => {
    const file = join(types, entry);
    const sections = exportsOf(readFileSync(file, 'utf8'), file).map(section);
    return { page, text: `${head}\n\n${sections.join('\n')}` };
  });
}

/** Pages that do not read as they should, written unless they are only checked. */
export async function apiPages({ check }) {
  const types = mkdtempSync(join(tmpdir(), 'galley-types-'));
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', join(root, 'tsconfig.package.json'), '--emitDeclarationOnly', '--outDir', types];
    if ((await run(node(), args)) !== 0) throw new Stop('The declarations could not be written.');
    const old = pagesFrom(types).filter(({ page, text }) => {
      const path = join(root, page);
      return !existsSync(path) || readFileSync(path, 'utf8') !== text;
    });
    if (!check) for (const { page, text } of old) writeFileSync(join(root, page), text);
    return old.map(({ page }) => page);
  } finally {
    rmSync(types, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runScript(async () => {
    const check = process.argv.includes('--check');
    const old = await apiPages({ check });
    for (const page of old) say(check ? `${page} is not current: npm run api.` : `${page} written.`);
    return check && old.length > 0 ? 1 : 0;
  });
