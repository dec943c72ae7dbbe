/**
 * The assignment problem: each row at most one column, each column at most one row, most gain in sum. Hungarian method
 * with potentials (Kuhn 1955; Jonker and Volgenant 1987), O(n³) in the larger side.
 */

/**
 * The best assignment for `gain[row * columns + column]`. Pairs of no gain (≤ 0) stay apart. Rows and columns that no
 * chain of gains connects are settled apart: a page falls into many small problems.
 * @returns for each row its column, or -1
 */
export function assign(gain: Float64Array, rows: number, columns: number): Int32Array {
  const result = new Int32Array(rows).fill(-1);
  for (const part of partsOf(gain, rows, columns)) {
    if (part.rows.length === 1 && part.columns.length === 1) {
      result[part.rows[0] as number] = part.columns[0] as number;
      continue;
    }
    const own = new Float64Array(part.rows.length * part.columns.length);
    part.rows.forEach((row, i) => {
      part.columns.forEach((column, j) => {
        own[i * part.columns.length + j] = gain[row * columns + column] as number;
      });
    });
    assignAll(own, part.rows.length, part.columns.length).forEach((j, i) => {
      if (j >= 0) result[part.rows[i] as number] = part.columns[j] as number;
    });
  }
  return result;
}

/** Rows and columns that are connected by gains, in rising order. */
interface Part {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function partsOf(gain: Float64Array, rows: number, columns: number): Part[] {
  const seenRow = new Uint8Array(rows);
  const seenColumn = new Uint8Array(columns);
  const parts: Part[] = [];
  for (let start = 0; start < rows; start++) {
    if (seenRow[start]) continue;
    seenRow[start] = 1;
    const ownRows = [start];
    const ownColumns: number[] = [];
    for (let next = 0; next < ownRows.length; next++) {
      const row = ownRows[next] as number;
      for (let column = 0; column < columns; column++) {
        if (seenColumn[column] || (gain[row * columns + column] as number) <= 0) continue;
        seenColumn[column] = 1;
        ownColumns.push(column);
        for (let other = 0; other < rows; other++) {
          if (seenRow[other] || (gain[other * columns + column] as number) <= 0) continue;
          seenRow[other] = 1;
          ownRows.push(other);
        }
      }
    }
    if (ownColumns.length > 0)
      parts.push({ rows: ownRows.sort((a, b) => a - b), columns: ownColumns.sort((a, b) => a - b) });
  }
  return parts;
}

/** The Hungarian method. */
function assignAll(gain: Float64Array, rows: number, columns: number): Int32Array {
  const result = new Int32Array(rows).fill(-1);
  const n = Math.max(rows, columns);
  if (n === 0) return result;
  const cost = (i: number, j: number): number =>
    i < rows && j < columns ? -Math.max(0, gain[i * columns + j] as number) : 0;
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const way = new Int32Array(n + 1);
  const least = new Float64Array(n + 1);
  const used = new Uint8Array(n + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let j0 = 0;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    do {
      used[j0] = 1;
      const i0 = rowOf[j0] as number;
      let delta = Number.POSITIVE_INFINITY;
      let j1 = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost(i0 - 1, j - 1) - (u[i0] as number) - (v[j] as number);
        if (reduced < (least[j] as number)) {
          least[j] = reduced;
          way[j] = j0;
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number;
          j1 = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          const row = rowOf[j] as number;
          u[row] = (u[row] as number) + delta;
          v[j] = (v[j] as number) - delta;
        } else least[j] = (least[j] as number) - delta;
      }
      j0 = j1;
    } while (rowOf[j0] !== 0);
    do {
      const j1 = way[j0] as number;
      rowOf[j0] = rowOf[j1] as number;
      j0 = j1;
    } while (j0 !== 0);
  }
  for (let j = 1; j <= columns; j++) {
    const i = (rowOf[j] as number) - 1;
    if (i >= 0 && i < rows && (gain[i * columns + j - 1] as number) > 0) result[i] = j - 1;
  }
  return result;
}
