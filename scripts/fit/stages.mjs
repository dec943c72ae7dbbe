/**
 * Fits the page reading stage by stage. Each stage is fitted on what the stages before it say of issues they have not
 * seen (out of fold), as it will be at run time.
 */
import { SEAM_FEATURES, seamRow } from '../../electron/segmenter/cuts/features.ts';
import { ALONE_FEATURES, aloneRow } from '../../electron/segmenter/page/alone-features.ts';
import { chainOf, HEAD_FEATURES, headRows, wordScores } from '../../electron/segmenter/page/head-features.ts';
import { FIELD_FEATURES, FIELDS, fieldRows } from '../../electron/segmenter/page/head-fields.ts';
import { captionOdds } from '../../electron/segmenter/page/judge.ts';
import { LINK_FEATURES, linkRows } from '../../electron/segmenter/page/link-features.ts';
import { linkOdds, problemsOf } from '../../electron/segmenter/page/read.ts';
import { seamContext } from '../../electron/segmenter/page/seams.ts';
import { likeliestChains } from '../../electron/segmenter/page/search.ts';
import { kindsOf } from '../../electron/segmenter/page/units.ts';
import { LINE_FEATURES, lineRows } from '../../electron/segmenter/roles/features.ts';
import { AT, LINE_ROLE_OF, LINE_ROLES, roleOdds } from '../../electron/segmenter/roles/roles.ts';
import { SEAM_KINDS, seamKind } from '../../electron/segmenter/roles/turns.ts';
import { forestOf } from './boost.mjs';
import { FOLDS, kindOfGold } from './gold.mjs';

/** Settings of each forest, chosen once by cross-validation; small, so that papers not seen fare like those seen. */
const HOW = {
  roles: { rounds: 70, depth: 5, rate: 0.09, l2: 3, leaf: 10, rowShare: 0.5, featureShare: 0.3 },
  cut: { rounds: 200, depth: 5, rate: 0.05, l2: 2, leaf: 4, rowShare: 0.7, featureShare: 0.25 },
  link: { rounds: 160, depth: 4, rate: 0.06, l2: 2, leaf: 4, rowShare: 0.7, featureShare: 0.5 },
  head: { rounds: 160, depth: 4, rate: 0.06, l2: 2, leaf: 4, rowShare: 0.7, featureShare: 0.5 },
  fields: { rounds: 60, depth: 4, rate: 0.1, l2: 2, leaf: 4, rowShare: 0.7, featureShare: 0.4 },
  alone: { rounds: 60, depth: 3, rate: 0.1, l2: 2, leaf: 4, rowShare: 0.7, featureShare: 0.5 },
};

/**
 * Fits a stage for every fold and for all issues together. `examplesOf(issue)` gives rows; `use(issue, forest)` is called
 * with the forest that has not seen the issue.
 * @returns [forest of fold 0, …, forest of all]
 */
function fitStage(issues, examplesOf, features, classes, how, use) {
  const examples = new Map(issues.map((issue) => [issue, examplesOf(issue)]));
  const forests = [];
  for (let fold = 0; fold <= FOLDS; fold++) {
    const seen = issues.filter((issue) => issue.fold !== fold);
    forests.push(
      forestOf(
        seen.flatMap((issue) => examples.get(issue)),
        features,
        classes,
        how,
      ),
    );
    for (const issue of issues) if (issue.fold === fold) use(issue, forests[fold]);
  }
  return forests;
}

function roleExamples(issue) {
  const F = LINE_FEATURES.length;
  const rows = lineRows(issue.sheet);
  return issue.gold.flatMap((gold, i) => {
    const role = gold && LINE_ROLE_OF[gold.role];
    return role ? [{ row: rows.subarray(i * F, (i + 1) * F), y: AT[role], weight: issue.weight }] : [];
  });
}

const seamExamples = (kind) => (issue) => {
  const read = kindsOf(issue.sheet, issue.odds, 0, issue.sheet.lines.length);
  const kinds = read.map((k, i) => kindOfGold(issue.gold[i]) ?? k);
  const context = seamContext(issue.sheet, issue.odds, kinds);
  const examples = [];
  for (let i = 1; i < issue.gold.length; i++) {
    const above = issue.gold[i - 1];
    const below = issue.gold[i];
    if (issue.sheet.pageFrom[i] === i || kindOfGold(above) !== kind || kindOfGold(below) !== kind) continue;
    const row = new Float32Array(SEAM_FEATURES.length);
    seamRow(context, i, row, 0);
    examples.push({ row, y: above.article === below.article ? 0 : 1, weight: issue.weight });
  }
  return examples;
};

/** The gold article that has most lines of the unit or chain. */
function ownerOf(gold, units) {
  const counts = new Map();
  for (const unit of units)
    for (let i = unit.from; i < unit.to; i++) {
      const article = gold[i]?.article;
      if (article) counts.set(article, (counts.get(article) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Pairs: yes when the gold article goes on from a to b next; pairs of one article that skip a unit tell nothing. */
function linkExamples(issue) {
  return issue.problems.flatMap((problem) => {
    const owner = new Map(problem.units.map((unit) => [unit.index, ownerOf(issue.gold, [unit])]));
    const next = new Map();
    const last = new Map();
    for (const unit of problem.units) {
      const asked = !unit.satellite && (unit.kind === 'text' || unit.open);
      if (!asked || !owner.get(unit.index)) continue;
      const article = owner.get(unit.index);
      if (last.has(article)) next.set(last.get(article), unit.index);
      last.set(article, unit.index);
    }
    const rows = linkRows(problem.context, problem.pairs);
    const F = LINK_FEATURES.length;
    return problem.pairs.flatMap(({ a, b }, p) => {
      const x = owner.get(a.index);
      const y = owner.get(b.index);
      if (!x || !y || (x === y && next.get(a.index) !== b.index)) return [];
      return [{ row: rows.subarray(p * F, (p + 1) * F), y: x === y ? 1 : 0, weight: issue.weight }];
    });
  });
}

function captionExamples(issue) {
  return issue.problems.flatMap((problem) => {
    const { captions, chains, owners } = problem.likeliest;
    const context = { sheet: issue.sheet, odds: issue.odds, units: problem.units };
    const rows = headRows(context, captions, chains, wordScores(context, captions, chains));
    const F = HEAD_FEATURES.length;
    return captions.flatMap((unit, s) => {
      const article = ownerOf(issue.gold, [unit]);
      if (!article) return [];
      return chains.map((_, c) => {
        const at = s * chains.length + c;
        return { row: rows.subarray(at * F, (at + 1) * F), y: owners[c] === article ? 1 : 0, weight: issue.weight };
      });
    });
  });
}

function headExamples(issue) {
  return issue.problems.flatMap((problem) => {
    const { heads, chains, owners } = problem.likeliest;
    const context = { sheet: issue.sheet, odds: issue.odds, units: problem.units };
    const rows = headRows(context, heads, chains, wordScores(context, heads, chains));
    const F = HEAD_FEATURES.length;
    return heads.flatMap((head, h) => {
      const article = ownerOf(issue.gold, [head]);
      if (!article || !owners.includes(article)) return [];
      const isHead = kindOfGold(issue.gold[head.from]) === 'head';
      return chains.map((_, c) => {
        const at = h * chains.length + c;
        return {
          row: rows.subarray(at * F, (at + 1) * F),
          y: isHead && owners[c] === article ? 1 : 0,
          weight: issue.weight,
        };
      });
    });
  });
}

const sizeOf = (chain) => chain.units.reduce((sum, unit) => sum + unit.to - unit.from, 0);

function aloneExamples(issue) {
  const headed = new Set(
    issue.gold.filter((g) => g && kindOfGold(g) === 'head' && g.role !== 'lede').map((g) => g.article),
  );
  return issue.problems.flatMap((problem) => {
    const { heads, chains, owners } = problem.likeliest;
    const context = { sheet: issue.sheet, odds: issue.odds, units: problem.units };
    return chains.flatMap((chain, c) => {
      const article = owners[c];
      const main = article && chains.every((other, d) => owners[d] !== article || sizeOf(other) <= sizeOf(chain));
      if (!main) return [];
      const row = new Float32Array(ALONE_FEATURES.length);
      aloneRow(context, chain, heads.length, chains.length, row);
      return [{ row, y: headed.has(article) ? 0 : 1, weight: issue.weight }];
    });
  });
}

/** The head lines of each article, as printed. */
function fieldExamples(issue) {
  const heads = new Map();
  issue.gold.forEach((gold, i) => {
    if (gold?.article && kindOfGold(gold) === 'head') heads.set(gold.article, [...(heads.get(gold.article) ?? []), i]);
  });
  const F = FIELD_FEATURES.length;
  return [...heads.values()].flatMap((lines) => {
    const rows = fieldRows(issue.sheet, issue.odds, lines);
    return lines.map((i, n) => ({
      row: rows.subarray(n * F, (n + 1) * F),
      y: FIELDS.indexOf(issue.gold[i].role),
      weight: issue.weight,
    }));
  });
}

/** Pairs of neighbours that a kind of seam must have before its own share counts as much as the share of all. */
const PAIRS_BEFORE = 4;

/** `roles/turns.ts` of the issues' gold. */
function turnsOf(issues) {
  const R = LINE_ROLES.length;
  const pairs = new Float64Array(SEAM_KINDS * R * R);
  const below = new Float64Array(R).fill(1);
  for (const { sheet, gold, weight } of issues)
    for (let i = 1; i < gold.length; i++) {
      const a = gold[i - 1] && LINE_ROLE_OF[gold[i - 1].role];
      const b = gold[i] && LINE_ROLE_OF[gold[i].role];
      const seam = seamKind(sheet, i);
      if (seam < 0 || !a || !b) continue;
      pairs[(seam * R + AT[a]) * R + AT[b]] += weight;
      below[AT[b]] += weight;
    }
  const all = below.reduce((sum, n) => sum + n, 0);
  const turns = [];
  for (let from = 0; from < pairs.length; from += R) {
    const row = pairs.subarray(from, from + R);
    const sum = row.reduce((total, n) => total + n, 0);
    row.forEach((n, b) => {
      const usual = below[b] / all;
      turns.push(Math.log((n + PAIRS_BEFORE * usual) / (sum + PAIRS_BEFORE) / usual));
    });
  }
  return turns;
}

/** The role forests and turns; sets `issue.odds`, out of fold. */
function fitRoles(issues) {
  const turns = Array.from({ length: FOLDS + 1 }, (_, fold) => turnsOf(issues.filter((issue) => issue.fold !== fold)));
  const forests = fitStage(
    issues,
    roleExamples,
    LINE_FEATURES.map((f) => f.name),
    LINE_ROLES,
    HOW.roles,
    (issue, roles) => {
      issue.odds = roleOdds(issue.sheet, { roles, turns: turns[issue.fold] });
    },
  );
  return forests.map((roles, k) => ({ roles, turns: turns[k] }));
}

/** The forests of the page reading, on issues with `odds`. */
function fitPages(issues, say = () => {}) {
  const names = SEAM_FEATURES.map((f) => f.name);
  const textCut = fitStage(issues, seamExamples('text'), names, ['cut'], HOW.cut, (issue, forest) => {
    issue.textCut = forest;
  });
  const headCut = fitStage(issues, seamExamples('head'), names, ['cut'], HOW.cut, (issue, forest) => {
    issue.problems = problemsOf(issue.sheet, issue.odds, { textCut: issue.textCut, headCut: forest });
  });
  say('cuts');
  const link = fitStage(issues, linkExamples, LINK_FEATURES, ['link'], HOW.link, (issue, forest) => {
    for (const problem of issue.problems) {
      problem.likeliest = likeliestChains({ ...problem, odds: linkOdds(problem, forest) });
      problem.likeliest.owners = problem.likeliest.chains.map((chain) => ownerOf(issue.gold, chain.units));
    }
  });
  say('links');
  const caption = fitStage(issues, captionExamples, HEAD_FEATURES, ['caption'], HOW.head, (issue, forest) => {
    for (const problem of issue.problems) {
      const { chains, captions, owners } = problem.likeliest;
      const context = { sheet: issue.sheet, odds: issue.odds, units: problem.units };
      const odds = captionOdds(context, captions, chains, forest);
      const standing = captions.filter(
        (_, s) => !odds.subarray(s * chains.length, (s + 1) * chains.length).some((x) => x > 0),
      );
      chains.push(...standing.map((unit) => chainOf([unit])));
      owners.push(...standing.map((unit) => ownerOf(issue.gold, [unit])));
    }
  });
  say('captions');
  const head = fitStage(issues, headExamples, HEAD_FEATURES, ['head'], HOW.head, () => {});
  const alone = fitStage(issues, aloneExamples, ALONE_FEATURES, ['alone'], HOW.alone, () => {});
  const fields = fitStage(issues, fieldExamples, FIELD_FEATURES, FIELDS, HOW.fields, () => {});
  say('heads');
  return textCut.map((_, k) => ({
    textCut: textCut[k],
    headCut: headCut[k],
    link: link[k],
    caption: caption[k],
    head: head[k],
    alone: alone[k],
    fields: fields[k],
  }));
}

/** Models for each fold (that have not seen its issues) and, last, of all issues. */
export function fitAll(issues, say = () => {}) {
  const roles = fitRoles(issues);
  say('roles');
  return fitPages(issues, say).map((models, k) => ({ ...roles[k], ...models }));
}
