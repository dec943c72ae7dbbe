/** Pieces of the TypeScript that a recorded review is written in. */

/** A text as a literal: single quotes, as the rest of the script. */
export const literal = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** `{ role: '记者', name: '冯海砚' }`; members without a value are left out. */
export function object(members: { readonly [name: string]: string | undefined }): string {
  const written = Object.entries(members).flatMap(([name, code]) => (code === undefined ? [] : [`${name}: ${code}`]));
  return `{ ${written.join(', ')} }`;
}

/** `[[1, 53], [56, 56]]` from ascending line numbers. */
export function ranges(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return `[${found.map(([a, b]) => `[${a}, ${b}]`).join(', ')}]`;
}
