/**
 * The assignment problem: each row at most one column, each column at most one row, most gain in sum. Hungarian method
 * with potentials (Kuhn 1955; Jonker and Volgenant 1987), O(n³) in the larger side.
 */

/**
 * The best assignment for `gain[row * columns + column]`. Pairs of no gain (≤ 0) stay apart.
 * @returns for each row its column, or -1
 */
export function assign(gain: Float64Array, rows: number, columns: number): Int32Array {
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
