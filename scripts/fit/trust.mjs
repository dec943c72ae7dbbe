/**
 * How much the proposal's places can be trusted: fits the forest of electron/segmenter/trust on readings of issues that
 * the page's models had not seen, against gold.
 */
import { existsSync, readFileSync } from 'node:fs';
import { logistic, scoreRow } from '../../electron/segmenter/learned/trees.ts';
import { readIssue } from '../../electron/segmenter/page/read.ts';
import { placesOf, TRUST_FEATURES } from '../../electron/segmenter/trust/places.ts';
import { DOUBTED } from '../../electron/segmenter/trust/trust.ts';
import { forestOf } from './boost.mjs';
import { FOLDS, kindOfGold } from './gold.mjs';

/** Settings of the forest: shallow and slow, for its probabilities count, not its verdicts. */
const HOW = { rounds: 200, depth: 4, rate: 0.04, l2: 4, leaf: 12, rowShare: 0.6, featureShare: 0.4 };
/** Scans have one reader's gold; the press sets' count for themselves. Variants are made, real pages count more. */
const weightOf = ({ set }) => (/^(variant|printed)/.test(set) ? 0.25 : set.startsWith('alto') ? 0.4 : 1);

/** First and last line (indices into the sheet) of each gold article's text in reading order; null where unknown. */
function textsOf(issue) {
  const lines = new Map();
  issue.gold.forEach((gold, i) => {
    if (gold?.article && kindOfGold(gold) === 'text') lines.set(gold.article, [...(lines.get(gold.article) ?? []), i]);
  });
  const printed = paragraphsOf(issue);
  const texts = new Map();
  for (const [article, all] of lines) {
    const body = all.filter((i) => issue.gold[i].role !== 'caption' && !isPhotographer(issue, i));
    const own = body.length > 0 ? body : all;
    const runs = runsOf(issue, own);
    const ends = { from: own[0], to: own.at(-1), withCaptions: [all[0], all.at(-1)] };
    if (runs.length > 1) Object.assign(ends, endsOfRuns(issue, runs, printed.get(article)));
    texts.set(article, ends);
  }
  return texts;
}

/** Whether the line is the byline of a caption above it. */
function isPhotographer({ gold }, i) {
  if (gold[i].role !== 'byline') return false;
  let above = i - 1;
  while (gold[above]?.article === gold[i].article && gold[above].role === 'byline') above--;
  return gold[above]?.article === gold[i].article && gold[above].role === 'caption';
}

/** Stretches of an article's lines that no other article's text parts. */
function runsOf(issue, own) {
  const runs = [];
  for (const i of own) {
    const last = runs.at(-1);
    const article = issue.gold[i].article;
    let parted = !last;
    for (let j = last ? last[1] + 1 : i; j < i && !parted; j++)
      parted = kindOfGold(issue.gold[j]) === 'text' && issue.gold[j].article !== article;
    if (parted) runs.push([i, i]);
    else last[1] = i;
  }
  return runs;
}

/** The paragraphs' first lines tell in which order the runs are read. */
function endsOfRuns(issue, runs, starts) {
  if (!starts) return { from: null, to: null };
  const runOf = (number) => {
    const i = issue.sheet.lines.findIndex((line) => line.number === number);
    return runs.find(([a, b]) => a <= i && i <= b);
  };
  return { from: runOf(starts[0])?.[0] ?? null, to: runOf(starts.at(-1))?.[1] ?? null };
}

/** Article → line numbers at which its paragraphs start, where the set says. */
function paragraphsOf(issue) {
  const file = issue.base && `${issue.base}.articles.json`;
  if (!file || !existsSync(file)) return new Map();
  const articles = Object.entries(JSON.parse(readFileSync(file, 'utf8')).articles ?? {});
  return new Map(
    articles.flatMap(([id, { paragraphs }]) => {
      const starts = (paragraphs ?? []).filter((p) => !p.caption).map((p) => p.start);
      return starts.length > 0 && starts.every(Number.isInteger) ? [[id, starts]] : [];
    }),
  );
}

/** 1 right, 0 wrong, null where gold does not say. */
function labelOf(issue, texts, { kind, unit, chain, window }, reading) {
  if (kind === 'head') {
    const golds = issue.gold.slice(unit.from, unit.to).filter(Boolean);
    if (golds.length === 0) return null;
    const [{ article }] = golds;
    if (!article || golds.some((gold) => kindOfGold(gold) !== 'head' || gold.article !== article)) return 0;
    const owner = chain < 0 ? null : mostOf(issue, reading.windows[window].reading.chains[chain].units);
    return owner === article || (owner === null && !texts.has(article)) ? 1 : 0;
  }
  const line = kind === 'start' ? unit.from : unit.to - 1;
  const gold = issue.gold[line];
  if (!gold) return null;
  const text = gold.article ? texts.get(gold.article) : null;
  if (!text || kindOfGold(gold) !== 'text') return 0;
  const place = kind === 'start' ? text.from : text.to;
  if (line === place || text.withCaptions.includes(line)) return 1;
  return place === null ? null : 0;
}

/** The gold article with most text lines in the units. */
function mostOf(issue, units) {
  const counts = new Map();
  for (const unit of units)
    for (let i = unit.from; i < unit.to; i++) {
      const gold = issue.gold[i];
      if (gold?.article && kindOfGold(gold) === 'text') counts.set(gold.article, (counts.get(gold.article) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The places of the issue as models that have not seen it propose them: `{ row, y, weight, kind }`. */
function placeExamples(issue, models) {
  const reading = readIssue(issue.sheet, models);
  const texts = textsOf(issue);
  return placesOf(reading).flatMap((place) => {
    const y = labelOf(issue, texts, place, reading);
    return y === null ? [] : [{ row: place.row, y, weight: weightOf(issue), kind: place.kind, set: issue.set }];
  });
}

/**
 * Fits the forest for every fold and for all. `models[k]` have not seen fold k.
 * @returns the forests, and all places with the confidence that the forest of their fold gives them
 */
export function fitTrust(issues, models) {
  const examples = new Map(issues.map((issue) => [issue, placeExamples(issue, models[issue.fold])]));
  const forests = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    forestOf(
      issues.filter((issue) => issue.fold !== fold).flatMap((issue) => examples.get(issue)),
      TRUST_FEATURES,
      ['right'],
      HOW,
    ),
  );
  const out = new Float32Array(1);
  const judged = issues.flatMap((issue) =>
    examples.get(issue).map(({ row, y, weight, set }) => {
      scoreRow(forests[issue.fold], row, 0, out, 0);
      return { set, y, weight, score: out[0] };
    }),
  );
  const line = calibration(judged);
  const places = judged.map((place) => ({ ...place, confidence: logistic(line.scale * place.score + line.shift) }));
  return { forests: forests.map((forest) => calibrated(forest, line)), places };
}

/** The line from scores to log-odds under which what happened is likeliest (Platt 1999), by Newton's method. */
function calibration(places) {
  let scale = 1;
  let shift = 0;
  for (let step = 0; step < 25; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, y, weight } of places) {
      const p = logistic(scale * score + shift);
      g0 += weight * (y - p) * score;
      g1 += weight * (y - p);
      const h = weight * p * (1 - p);
      h00 += h * score * score;
      h01 += h * score;
      h11 += h;
    }
    const det = h00 * h11 - h01 * h01;
    scale += (h11 * g0 - h01 * g1) / det;
    shift += (h00 * g1 - h01 * g0) / det;
  }
  return { scale, shift };
}

/** The forest with its scores moved by the line. */
const calibrated = (forest, { scale, shift }) => ({
  ...forest,
  base: forest.base.map((value) => value * scale + shift),
  value: forest.value.map((value) => value * scale),
});

const BINS = 10;

/** Expected calibration error: how far confidence and share of right places are apart, over ten bins of confidence. */
function calibrationError(places) {
  let error = 0;
  for (let b = 0; b < BINS; b++) {
    const own = places.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === b);
    error += Math.abs(own.reduce((sum, { y, confidence }) => sum + confidence - y, 0));
  }
  return error / Math.max(1, places.length);
}

/** Share of the wrong places among the `marked` (0–1) least sure. */
function foundAt(places, marked) {
  const order = [...places].sort((a, b) => a.confidence - b.confidence);
  const wrong = order.filter(({ y }) => y === 0).length;
  const found = order.slice(0, Math.floor(order.length * marked)).filter(({ y }) => y === 0).length;
  return wrong > 0 ? found / wrong : 1;
}

/** Shares of places marked at which the curve is shown. */
const MARKED = [0.05, 0.1, 0.2, 0.3, 0.4];

const REMARK = `A place is a proposed article's start, end or head link; each judged by models that have not seen its issue
(\`npm run fit\`). *Doubted*: share of places that become a doubt, and of the wrong places among them. *N %*: share of the
wrong places among the N % least sure. ECE: expected calibration error, ten bins.`;

/** Calibration and doubts of each set, as a table; also printed. */
export function reliabilityTable(places) {
  const head = ['set', 'places', 'wrong', 'ECE', 'doubted', 'found', ...MARKED.map((m) => `${m * 100} %`)];
  const rows = [...new Set(places.map(({ set }) => set))].map((set) => {
    const own = places.filter((place) => place.set === set);
    const wrong = own.filter(({ y }) => y === 0);
    const doubted = own.filter(({ confidence }) => confidence < DOUBTED);
    const found = doubted.filter(({ y }) => y === 0).length / Math.max(1, wrong.length);
    const shares = [wrong.length / own.length, calibrationError(own), doubted.length / own.length, found];
    return [set, own.length, ...[...shares, ...MARKED.map((m) => foundAt(own, m))].map((x) => x.toFixed(3))];
  });
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  console.log(table);
  return `${REMARK}\n\n${table}`;
}
