/**
 * The assignment problem: each row at most one column, each column at most one row, most gain in sum. Shortest augmenting
 * paths with potentials (Kuhn 1955; Jonker and Volgenant 1987), over the pairs that gain something and no others: a row
 * looks no further than its chain of rivals.
 */

/** What a row and a column (both from 0) gain together. Pairs of no gain (≤ 0) are none. */
export interface Gain {
  readonly row: number;
  readonly column: number;
  readonly gain: number;
}

const NONE = -1;

/**
 * The best assignment; rows and columns that gain nothing together stay apart.
 * @returns for each row its column, or -1
 */
export function assign(gains: readonly Gain[], rows: number, columns: number): Int32Array {
  const edges: Gain[][] = Array.from({ length: rows }, () => []);
  for (const edge of gains) if (edge.gain > 0) edges[edge.row]?.push(edge);
  const matching: Matching = {
    edges,
    columnOf: new Int32Array(rows).fill(NONE),
    rowOf: new Int32Array(columns).fill(NONE),
    rowPotential: Float64Array.from(edges, (own) => own.reduce((least, { gain }) => Math.min(least, -gain), 0)),
    columnPotential: new Float64Array(columns),
  };
  for (let row = 0; row < rows; row++) place(matching, row);
  return matching.columnOf;
}

/** A gain is a cost below 0; to stay alone costs a row nothing. No cost less the potentials of its two ends is below 0. */
interface Matching {
  readonly edges: readonly (readonly Gain[])[];
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
}

/** How far a column is from the row that is placed, and the row before it on the way. */
interface Step {
  readonly far: number;
  readonly from: number;
}

/** Gives the row its column, or none. Rows before it may change theirs for another, or give it up. */
function place(matching: Matching, row: number): void {
  const { columnOf, rowOf, rowPotential } = matching;
  const open = new Map<number, Step>();
  const passed = new Map<number, Step>();
  let alone: Step = { far: Number.POSITIVE_INFINITY, from: row };
  let here: Step = { far: 0, from: row };
  for (;;) {
    const left = here.far - at(rowPotential, here.from);
    if (left < alone.far) alone = { far: left, from: here.from };
    reach(matching, { far: left, from: here.from }, open, passed);
    const [column, step] = nearest(open);
    if (!step || alone.far <= step.far) {
      shift(matching, row, passed, alone.far);
      const given = at(columnOf, alone.from);
      columnOf[alone.from] = NONE;
      if (alone.from !== row) take(matching, row, passed, given);
      return;
    }
    open.delete(column);
    passed.set(column, step);
    const rival = at(rowOf, column);
    if (rival === NONE) {
      shift(matching, row, passed, step.far);
      take(matching, row, passed, column);
      return;
    }
    here = { far: step.far, from: rival };
  }
}

/** The columns next to a row, as far as the way through it makes them. */
function reach(matching: Matching, row: Step, open: Map<number, Step>, passed: ReadonlyMap<number, Step>): void {
  for (const { column, gain } of matching.edges[row.from] ?? []) {
    if (passed.has(column)) continue;
    const far = row.far - gain - at(matching.columnPotential, column);
    if (far < (open.get(column)?.far ?? Number.POSITIVE_INFINITY)) open.set(column, { far, from: row.from });
  }
}

function nearest(open: ReadonlyMap<number, Step>): readonly [number, Step | null] {
  let found: readonly [number, Step | null] = [NONE, null];
  for (const [column, step] of open) if (!found[1] || step.far < found[1].far) found = [column, step];
  return found;
}

/** Sets the potentials so that all on the way to the end, which is `far`, costs nothing. */
function shift(matching: Matching, row: number, passed: ReadonlyMap<number, Step>, far: number): void {
  const { rowOf, rowPotential, columnPotential } = matching;
  rowPotential[row] = at(rowPotential, row) + far;
  for (const [column, step] of passed) {
    columnPotential[column] = at(columnPotential, column) - (far - step.far);
    const rival = at(rowOf, column);
    if (rival !== NONE) rowPotential[rival] = at(rowPotential, rival) + (far - step.far);
  }
}

/** The column goes to the row before it on the way, which gives its own to the one before, up to `row`. */
function take({ columnOf, rowOf }: Matching, row: number, passed: ReadonlyMap<number, Step>, end: number): void {
  for (let column = end; column !== NONE; ) {
    const taker = passed.get(column)?.from ?? row;
    const given = at(columnOf, taker);
    columnOf[taker] = column;
    rowOf[column] = taker;
    column = taker === row ? NONE : given;
  }
}

/** Within the list, by construction. */
const at = (list: Int32Array | Float64Array, index: number): number => list[index] as number;
