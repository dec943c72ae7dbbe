/** Where lines of the sheet stand in the text. Segments of a column are read together but do not touch. */
import { skipBlanks } from '../../../shared/model/blank.ts';
import type { Span } from '../../../shared/model/position.ts';
import type { Sheet } from '../lines/sheet.ts';

/** The stretches of text that hold the sheet's lines `[from, to)` and no other, in reading order. */
export function stretchesOf({ issue, lines }: Pick<Sheet, 'issue' | 'lines'>, from: number, to: number): Span[] {
  const out: Span[] = [];
  for (const line of lines.slice(from, to)) {
    const last = out.at(-1);
    const touches = last && line.from >= last.to && skipBlanks(issue.text, last.to, line.from) === line.from;
    if (touches) out[out.length - 1] = { from: last.from, to: line.to };
    else out.push({ from: line.from, to: line.to });
  }
  return out;
}

/** The first of the stretches: all of them where the text is not laid out in columns. */
export const firstStretch = (sheet: Pick<Sheet, 'issue' | 'lines'>, from: number, to: number): Span =>
  stretchesOf(sheet, from, to)[0] ?? { from: 0, to: 0 };
