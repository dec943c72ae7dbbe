/** The row of a list that a key leads to from row `from` (0-based); null: another key. */
export function stepBy(key: string, from: number, count: number): number | null {
  const page = 8;
  const steps: { readonly [key: string]: number } = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(Math.min(to, count - 1), 0);
}
