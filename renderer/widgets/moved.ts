/** The list with the item at `from` at `to` (0-based); as it was where there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items.slice(from, from + 1);
  if (item.length === 0 || from < 0 || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, ...item);
}
