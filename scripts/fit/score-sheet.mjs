/** docs/scores.md: its tables, each written by its own command. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SHOWN, totalsOf } from './cross-validate.mjs';

/** Headings of the tables. */
export const TABLES = {
  crossValidated: 'Cross-validated',
  reliability: 'Reliability',
  committed: 'The committed models',
};

const PREFACE = `# Scores of the segmenter

Figures of the score sheet (\`../shared/eval/README.md\`), made by \`npm run fit\` and \`npm run score\`. Only the first table
says how the segmenter fares on papers it has not seen; in the last the models know the sets they were fitted on (all
but \`real-en\` and the variants of the alto sets).
`;

const shown = (value) => (Number.isInteger(value) ? String(value) : Number.isFinite(value) ? value.toFixed(3) : '–');

function tableOf(rows) {
  const head = ['set', ...SHOWN.map(([name]) => name)];
  const lines = totalsOf(rows).map(({ set, all }) => [set, ...SHOWN.map(([, key]) => shown(all[key]))]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The sections of the file: heading → text below it. */
function sectionsOf(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).trim()]),
  );
}

/** Replaces the table under `heading`; `note` says of when and what it is. */
export const writeScores = (file, heading, rows, note) => writeSection(file, heading, `${note}\n\n${tableOf(rows)}`);

/** Replaces what stands under `heading`. */
export function writeSection(file, heading, text) {
  const sections = sectionsOf(file);
  sections.set(heading, text);
  const order = Object.values(TABLES).filter((name) => sections.has(name));
  writeFileSync(file, `${PREFACE}\n${order.map((name) => `## ${name}\n\n${sections.get(name)}\n`).join('\n')}`);
}

/** The figures under `heading`: set → name → number. */
export function readScores(file, heading) {
  const rows = (sectionsOf(file).get(heading) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head, , ...lines] = rows;
  return new Map(lines.map((cells) => [cells[0], new Map(head.map((name, k) => [name, Number(cells[k])]))]));
}
