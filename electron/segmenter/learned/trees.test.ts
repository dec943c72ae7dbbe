import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf, contributions, type Forest, scoreRow } from './trees.ts';

const FEATURES = 3;

/** A tree as it is drawn: a leaf's value, or a question with what is below it. */
type Drawn = { readonly value: number } | { readonly f: number; readonly at: number; readonly below: [Drawn, Drawn] };

const leaf = fc.float({ min: -4, max: 4, noNaN: true }).map((value): Drawn => ({ value }));
const drawn = (depth: number): fc.Arbitrary<Drawn> =>
  depth === 0
    ? leaf
    : fc.oneof(
        leaf,
        fc.record({
          f: fc.nat(FEATURES - 1),
          // Not numbers of 32 bits, as the thresholds of models are not.
          at: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
          below: fc.tuple(drawn(depth - 1), drawn(depth - 1)),
        }),
      );

/** The trees as `npm run fit` writes them. */
function forestOf(trees: readonly Drawn[], classes: number): Forest {
  const nodes: { feature: number; threshold: number; left: number; value: number }[] = [];
  const put = (tree: Drawn, node: number): void => {
    if ('value' in tree) {
      nodes[node] = { feature: -1, threshold: 0, left: 0, value: tree.value };
      return;
    }
    const left = Math.max(nodes.length, node + 1);
    nodes[node] = { feature: tree.f, threshold: tree.at, left, value: 0 };
    nodes.length = left + 2;
    put(tree.below[0], left);
    put(tree.below[1], left + 1);
  };
  const roots = trees.map((tree) => {
    const root = nodes.length;
    nodes.length++;
    put(tree, root);
    return root;
  });
  return {
    features: Array.from({ length: FEATURES }, (_, f) => `f${f}`),
    classes: Array.from({ length: classes }, (_, c) => `c${c}`),
    base: Array.from({ length: classes }, (_, c) => c / 4),
    roots,
    feature: nodes.map(({ feature }) => feature),
    threshold: nodes.map(({ threshold }) => threshold),
    left: nodes.map(({ left }) => left),
    value: nodes.map(({ value }) => value),
  };
}

/** What the trees say, followed as they are drawn. */
function followed(trees: readonly Drawn[], classes: number, row: Float32Array): Float32Array {
  const scores = Float32Array.from({ length: classes }, (_, c) => c / 4);
  trees.forEach((tree, t) => {
    let at = tree;
    while ('f' in at) at = at.below[(row[at.f] as number) <= at.at ? 0 : 1];
    scores[t % classes] = (scores[t % classes] as number) + at.value;
  });
  return scores;
}

function scored(forest: Forest, row: Float32Array): Float32Array {
  const scores = new Float32Array(forest.classes.length + 2);
  scoreRow(forest, Float32Array.of(9, ...row, 9), 1, scores, 1);
  return scores.slice(1, -1);
}

describe('the score of a forest', () => {
  it('is what its trees say, one by one', () =>
    fc.assert(
      fc.property(
        fc.array(drawn(4), { maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        // Values between thresholds and just on them.
        fc.array(
          fc.oneof(
            fc.integer({ min: -31, max: 31 }).map((n) => n / 10),
            fc.constant(Number.NaN),
            fc.float(),
          ),
          {
            minLength: FEATURES,
            maxLength: FEATURES,
          },
        ),
        (trees, classes, values) => {
          const row = Float32Array.from(values);
          expect(scored(forestOf(trees, classes), row)).toEqual(followed(trees, classes, row));
        },
      ),
    ));

  it.each([
    [0.1, 'is above it', 1],
    [0.5, 'is the same', -1],
    [-0.1, 'is below it', -1],
    [1e-50, 'is zero, below it', -1],
    [-1e-50, 'is zero, above it', 1],
  ])('compares with %s itself: as a number of 32 bits it %s', (at, _, expected) => {
    const forest = forestOf([{ f: 0, at, below: [{ value: -1 }, { value: 1 }] }], 1);
    expect(scored(forest, Float32Array.of(at, 0, 0))[0]).toBe(expected);
  });

  it('is its base without trees', () => expect([...scored(forestOf([], 2), new Float32Array(3))]).toEqual([0, 0.25]));
});

describe('what the features add', () => {
  it('goes by the way down: the change of the mean at each step', () => {
    const forest = forestOf([{ f: 1, at: 0, below: [{ value: -1 }, { value: 3 }] }], 1);
    expect([...contributions(forest, Float32Array.of(0, 1, 0), 0, 0)]).toEqual([0, 3, 0]);
  });
});

it('the features asked are those of any tree, rising', () => {
  const leaves: [Drawn, Drawn] = [{ value: 0 }, { value: 1 }];
  const low: Drawn = { f: 0, at: 1, below: leaves };
  expect([...askedOf(forestOf([{ f: 2, at: 0, below: [low, { value: 1 }] }, low], 1))]).toEqual([0, 2]);
  expect([...askedOf(forestOf([{ value: 1 }], 1))]).toEqual([]);
});
