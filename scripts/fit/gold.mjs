/** The corpora with gold, read for fitting and scoring. Offsets and lines as in ../shared/eval/README.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../../electron/import/decode.ts';
import { readSheet } from '../../electron/segmenter/lines/sheet.ts';
import { KIND_OF, LINE_ROLE_OF } from '../../electron/segmenter/roles/roles.ts';
import { issueOf } from '../../shared/model/issue.ts';

export const SHARED = resolve(fileURLToPath(import.meta.url), '../../../../shared');
export const CORPUS = join(SHARED, 'corpus');

export const hasCorpora = () => existsSync(CORPUS);

/** How many parts the issues of a set are dealt into for cross-validation. */
export const FOLDS = 5;

/**
 * Sets that each expert (`electron/segmenter/page/experts.ts`) is fitted on. Not real-en, which stays unseen; not the
 * variants (-flat, -layout), which hold the same text again; not -coarse, whose gold is columns, not articles. `weight`:
 * the press sets are exact; in the scans one reader's view and many more lines, which would drown the rest.
 */
export const FIT_SETS = {
  press: [
    { set: 'seed', weight: 4 },
    { set: 'press-zh', weight: 1 },
    { set: 'press-en', weight: 1 },
    { set: 'alto-fr', weight: 0.15 },
    { set: 'alto-de', weight: 0.3 },
    { set: 'alto-nl', weight: 0.1 },
    { set: 'alto-en', weight: 0.3 },
  ],
  scans: [
    { set: 'alto-fr', weight: 1 },
    { set: 'alto-de', weight: 1 },
    { set: 'alto-nl', weight: 0.5 },
    { set: 'alto-en', weight: 1 },
  ],
};

/** Issues whose gold the corpus calls poor in part. */
const POOR = { 'ouest-eclair-caen-1924': 0.3 };

/** Scans of one paper share a fold (gaulois-1882, gaulois-1884), so that no paper is judged by what learned it. */
const FOLD_OF_PAPER = {
  debats: 0,
  gaulois: 1,
  oeuvre: 2,
  ouest: 3,
  arme: 0,
  luxemburger: 4,
  kb: 1,
  anti: 2,
  liverpool: 4,
};
const foldOf = (name, k) => FOLD_OF_PAPER[name.split('-')[0]] ?? k % FOLDS;

/** Head, text or outside, by the gold of a line; null where it is not scored. */
export const kindOfGold = (gold) => (gold ? KIND_OF[LINE_ROLE_OF[gold.role]] : null);

/** The decoded text of the issue at `base`, a path without its ending. Throws where it can't be decoded. */
export function textOf(base) {
  const decoded = decode(readFileSync(`${base}.txt`));
  if (!('text' in decoded)) throw new Error(`${base}.txt: ${decoded.key}`);
  return decoded.text;
}

/** All issues of a set. `gold[i]`: `{ article, role }` of sheet line i, null where it is not scored. */
export function issuesOf(set, weight = 1) {
  const dir = join(CORPUS, set);
  const names = readdirSync(dir)
    .filter((f) => f.endsWith('.gold.tsv'))
    .map((f) => f.slice(0, -'.gold.tsv'.length))
    .sort();
  return names.map((name, k) => {
    const base = join(dir, name);
    const issue = issueOf(textOf(base));
    const sheet = readSheet(issue);
    const byLine = new Map();
    for (const row of readFileSync(`${base}.gold.tsv`, 'utf8').split('\n')) {
      const [n, article, role] = row.split('\t');
      if (role && !role.endsWith('+mixed')) byLine.set(Number(n), { article: article === '-' ? null : article, role });
    }
    const gold = sheet.lines.map((line) => byLine.get(line.number) ?? null);
    return { set, name, base, weight: weight * (POOR[name] ?? 1), fold: foldOf(name, k), issue, sheet, gold };
  });
}
