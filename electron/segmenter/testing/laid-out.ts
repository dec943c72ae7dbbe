/**
 * Pages laid out in columns, drawn as they are read: `|` ends a line, a fixture line is a column, `---` begins the next
 * row of columns, `=` a line over all of them.
 *
 *     = 国内新闻
 *     油脂企业开工不足|由于需求放缓，部分农产品出现|压港现象。
 *     手机厂商走向海外|中国电信已向手机厂商发出号召，|鼓励出口。
 */
import { emOf } from '../lines/width.ts';

export interface LaidOut {
  readonly text: string;
  /** The pieces of lines in reading order. */
  readonly read: readonly string[];
}

/** The text of the drawing with columns `gutter` half-width blanks apart. */
export function laidOut(drawing: string, gutter = 4): LaidOut {
  const read: string[] = [];
  const lines: string[] = [];
  let columns: string[][] = [];
  const flush = (): void => {
    lines.push(...sideBySide(columns, gutter));
    read.push(...columns.flat());
    columns = [];
  };
  for (const row of drawing.trim().split('\n')) {
    const line = row.trim();
    if (line === '---') flush();
    else if (line.startsWith('= ')) {
      flush();
      lines.push(line.slice(2));
      read.push(line.slice(2));
    } else if (line !== '') columns.push(line.split('|'));
  }
  flush();
  return { text: `${lines.join('\n')}\n`, read };
}

function sideBySide(columns: readonly (readonly string[])[], gutter: number): string[] {
  const widths = columns.map((lines) => Math.max(...lines.map((line) => emOf(line) * 2)) + gutter);
  const height = Math.max(0, ...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, r) =>
    columns
      .map((lines, c) => {
        const line = lines[r] ?? '';
        return line + ' '.repeat(Math.max(0, (widths[c] ?? 0) - emOf(line) * 2));
      })
      .join('')
      .trimEnd(),
  );
}
