/**
 * Gradient boosting with histograms: fits the forests of electron/segmenter/learned. Plain JavaScript, deterministic
 * (its random numbers come from a seed), no dependencies. Follows the usual second-order scheme (Friedman 2001; Chen
 * and Guestrin 2016, "XGBoost", eq. 6 and 7): leaf = -G / (H + l2), gain = G²/(H + l2) of the halves less the whole.
 */

const BINS = 48;

/** A small fast generator (mulberry32), for subsamples. */
export function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Cuts between the values of each feature: at most BINS - 1, at quantiles. */
function cutsOf(rows, count, features) {
  const step = Math.max(1, Math.floor(count / 20000));
  const cuts = [];
  for (let f = 0; f < features; f++) {
    const values = [];
    for (let i = 0; i < count; i += step) values.push(rows[i * features + f]);
    values.sort((a, b) => a - b);
    const unique = [...new Set(values)];
    let picked = unique;
    if (unique.length > BINS) {
      picked = [];
      for (let b = 0; b < BINS; b++) picked.push(values[Math.floor((b * (values.length - 1)) / (BINS - 1))]);
      picked = [...new Set(picked)];
    }
    const between = [];
    for (let k = 0; k + 1 < picked.length; k++) between.push(Math.fround((picked[k] + picked[k + 1]) / 2));
    cuts.push(between);
  }
  return cuts;
}

function binned(rows, count, features, cuts) {
  const bins = Array.from({ length: features }, () => new Uint8Array(count));
  for (let f = 0; f < features; f++) {
    const between = cuts[f];
    const column = bins[f];
    for (let i = 0; i < count; i++) {
      const value = rows[i * features + f];
      let low = 0;
      let high = between.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= between[middle]) high = middle;
        else low = middle + 1;
      }
      column[i] = low;
    }
  }
  return bins;
}

/**
 * Fits a forest.
 * @param {{rows: Float32Array, count: number, features: readonly string[], classes: readonly string[],
 *   labels: ArrayLike<number>, weights?: Float32Array}} data `labels`: class index; for one class 0 or 1.
 * @param {{rounds: number, depth: number, rate: number, l2: number, leaf: number, rowShare: number, featureShare: number,
 *   seed?: number}} how
 */
function fitForest(data, how) {
  const { rows, count, labels } = data;
  const F = data.features.length;
  const K = data.classes.length;
  const random = randomFrom(how.seed ?? 1);
  const cuts = cutsOf(rows, count, F);
  const bins = binned(rows, count, F, cuts);
  const weights = data.weights ?? new Float32Array(count).fill(1);
  const score = new Float64Array(count * K);
  const base = baseOf(labels, weights, count, K);
  for (let i = 0; i < count; i++) for (let k = 0; k < K; k++) score[i * K + k] = base[k];
  const forest = {
    features: data.features,
    classes: data.classes,
    base,
    roots: [],
    feature: [],
    threshold: [],
    left: [],
    value: [],
  };
  const p = new Float64Array(count * K);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  for (let round = 0; round < how.rounds; round++) {
    probabilities(score, p, count, K);
    const picked = [];
    for (let i = 0; i < count; i++) if (random() < how.rowShare) picked.push(i);
    const sample = Int32Array.from(picked);
    for (let k = 0; k < K; k++) {
      for (let i = 0; i < count; i++) {
        const target = K === 1 ? labels[i] : labels[i] === k ? 1 : 0;
        const q = p[i * K + k];
        gradient[i] = (q - target) * weights[i];
        hessian[i] = Math.max(1e-6, q * (1 - q)) * weights[i];
      }
      const asked = [];
      for (let f = 0; f < F; f++) if (random() < how.featureShare && cuts[f].length > 0) asked.push(f);
      const root = growTree(forest, { bins, cuts, gradient, hessian, sample: sample.slice(), asked }, how);
      for (let i = 0; i < count; i++) score[i * K + k] += walk(forest, root, bins, i);
    }
  }
  delete forest.bin;
  return forest;
}

/**
 * Fits a forest to examples.
 * @param examples `{ row, y, weight }`: `row` in the order of `features`; `y` index of the class, for one class 0 or 1
 * @param how as for `fitForest`
 */
export function forestOf(examples, features, classes, how) {
  const F = features.length;
  const rows = new Float32Array(examples.length * F);
  const labels = new Uint8Array(examples.length);
  const weights = new Float32Array(examples.length);
  examples.forEach((example, n) => {
    rows.set(example.row, n * F);
    labels[n] = example.y;
    weights[n] = example.weight;
  });
  return fitForest({ rows, count: examples.length, features, classes, labels, weights }, how);
}

function baseOf(labels, weights, count, K) {
  const sums = new Float64Array(Math.max(2, K));
  let all = 0;
  for (let i = 0; i < count; i++) {
    sums[labels[i]] += weights[i];
    all += weights[i];
  }
  if (K === 1) return [Math.log((sums[1] + 1) / (sums[0] + 1))];
  return Array.from({ length: K }, (_, k) => Math.log((sums[k] + 1) / (all + K)));
}

function probabilities(score, p, count, K) {
  for (let i = 0; i < count; i++) {
    if (K === 1) {
      p[i] = 1 / (1 + Math.exp(-score[i]));
      continue;
    }
    let most = -Infinity;
    for (let k = 0; k < K; k++) most = Math.max(most, score[i * K + k]);
    let sum = 0;
    for (let k = 0; k < K; k++) sum += p[i * K + k] = Math.exp(score[i * K + k] - most);
    for (let k = 0; k < K; k++) p[i * K + k] /= sum;
  }
}

/** The value of the leaf that row `i` falls to. */
function walk(forest, root, bins, i) {
  let node = root;
  while (forest.feature[node] >= 0)
    node = forest.left[node] + (bins[forest.feature[node]][i] <= forest.bin[node] ? 0 : 1);
  return forest.value[node];
}

function newNode(forest, value) {
  forest.bin ??= [];
  forest.feature.push(-1);
  forest.threshold.push(0);
  forest.left.push(-1);
  forest.value.push(value);
  forest.bin.push(0);
  return forest.feature.length - 1;
}

function growTree(forest, work, how) {
  const { sample } = work;
  // Gradients in the order of the sample, so that a node reads them in one stretch.
  work.g = new Float64Array(sample.length);
  work.h = new Float64Array(sample.length);
  let G = 0;
  let H = 0;
  for (let j = 0; j < sample.length; j++) {
    const i = sample[j];
    work.g[j] = work.gradient[i];
    work.h[j] = work.hessian[i];
    G += work.g[j];
    H += work.h[j];
  }
  const root = newNode(forest, (-G / (H + how.l2)) * how.rate);
  forest.roots.push(root);
  const node = { at: root, from: 0, to: sample.length, G, H };
  if (how.depth > 0) split(forest, work, how, node, histogramOf(work, 0, sample.length), how.depth);
  return root;
}

/** Sums of gradients, hessians and rows in each bin of each feature asked: [g, h, n] a bin. */
function histogramOf(work, from, to) {
  const { sample, g, h, bins, asked } = work;
  const sums = new Float64Array(asked.length * BINS * 3);
  for (let k = 0; k < asked.length; k++) {
    const column = bins[asked[k]];
    const base = k * BINS * 3;
    for (let j = from; j < to; j++) {
      const at = base + column[sample[j]] * 3;
      sums[at] += g[j];
      sums[at + 1] += h[j];
      sums[at + 2]++;
    }
  }
  return sums;
}

function less(whole, part) {
  const rest = new Float64Array(whole.length);
  for (let n = 0; n < whole.length; n++) rest[n] = whole[n] - part[n];
  return rest;
}

function split(forest, work, how, node, histogram, depth) {
  const { from, to, G, H } = node;
  if (to - from < 2 * how.leaf) return;
  const best = bestSplit(work, how, node, histogram);
  if (!best) return;
  const middle = parted(work, best, from, to);
  const value = (g, h) => (-g / (h + how.l2)) * how.rate;
  const left = { at: newNode(forest, value(best.G, best.H)), from, to: middle, G: best.G, H: best.H };
  const right = { at: newNode(forest, value(G - best.G, H - best.H)), from: middle, to, G: G - best.G, H: H - best.H };
  forest.feature[node.at] = best.feature;
  forest.threshold[node.at] = work.cuts[best.feature][best.bin];
  forest.bin[node.at] = best.bin;
  forest.left[node.at] = left.at;
  if (depth === 1) return;
  const small = middle - from < to - middle ? left : right;
  const ofSmall = histogramOf(work, small.from, small.to);
  const ofLarge = less(histogram, ofSmall);
  split(forest, work, how, left, left === small ? ofSmall : ofLarge, depth - 1);
  split(forest, work, how, right, right === small ? ofSmall : ofLarge, depth - 1);
}

/** Puts the rows that go left before those that go right; returns where the right begin. */
function parted(work, best, from, to) {
  const { sample, g, h } = work;
  const column = work.bins[best.feature];
  let middle = from;
  for (let j = from; j < to; j++) {
    if (column[sample[j]] > best.bin) continue;
    const [i, x, y] = [sample[middle], g[middle], h[middle]];
    sample[middle] = sample[j];
    g[middle] = g[j];
    h[middle] = h[j];
    sample[j] = i;
    g[j] = x;
    h[j] = y;
    middle++;
  }
  return middle;
}

function bestSplit(work, how, { from, to, G, H }, sums) {
  const { cuts, asked } = work;
  const whole = (G * G) / (H + how.l2);
  let best = null;
  let bestGain = how.gain ?? 1e-3;
  for (let k = 0; k < asked.length; k++) {
    const f = asked[k];
    let gl = 0;
    let hl = 0;
    let nl = 0;
    for (let b = 0; b < cuts[f].length; b++) {
      const at = (k * BINS + b) * 3;
      gl += sums[at];
      hl += sums[at + 1];
      nl += sums[at + 2];
      if (nl < how.leaf) continue;
      if (to - from - nl < how.leaf) break;
      const gain = (gl * gl) / (hl + how.l2) + ((G - gl) * (G - gl)) / (H - hl + how.l2) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature: f, bin: b, G: gl, H: hl };
      }
    }
  }
  return best;
}
