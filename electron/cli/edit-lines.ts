/**
 * A list of edits that a person or a script wrote: one edit a line, as JSON. Places may be given by lines of the issue
 * (1-based) where an edit wants offsets:
 *
 *     {"kind": "assign", "lines": [373, 374], "to": {"article": "a1", "role": "headline"}}
 *     {"kind": "split", "article": "a2", "line": 61, "newId": "a-abcdefgh"}
 *
 * `lines: [a, b]` stands for `span`, in the edit and in its credit or dateline: all of the lines where whole lines change
 * hands (assign, create), else their text without the blanks around it. `line: n` stands for `at`: the first character
 * of the line that is not blank.
 */
import { z } from 'zod';
import { type Edit, editSchema } from '../../shared/edits/edit.ts';
import { skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { lineSpan, linesSpan } from '../../shared/model/lines.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';

export type EditRead =
  | { readonly ok: true; readonly edit: Edit }
  /** A sentence for the person. */
  | { readonly ok: false; readonly why: string };

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Edits by which whole lines change hands, line ends included. */
const TAKES_WHOLE_LINES: ReadonlySet<unknown> = new Set(['assign', 'create']);

const lineNumber = z.int().min(1);
const lineNumbers = z.tuple([lineNumber, lineNumber]).refine(([a, b]) => a <= b);

/** Why an edit written by hand can't be read. */
class Unreadable extends Error {}

/** The edit on one line of the list, its places as offsets into the issue. */
export function readEdit(line: string, issue: Issue): EditRead {
  try {
    const value = parse(line);
    const edit = editSchema.safeParse(placed(value, issue));
    if (edit.success) return { ok: true, edit: edit.data };
    return { ok: false, why: faultOf(edit.error) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
}

function parse(line: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Unreadable('It is not JSON.', { cause: error });
  }
  if (!isObject(value)) throw new Unreadable('It is not an edit but another JSON value.');
  return value;
}

/** The first thing that the schema has against the edit, and where. */
function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.join('.');
  return `It is not an edit${place ? `: at ${place}` : ''}: ${issue?.message ?? 'unknown form'}.`;
}

function placed(edit: Json, issue: Issue): Json {
  const isWhole = TAKES_WHOLE_LINES.has(edit.kind);
  return {
    ...withSpan(withPlace(edit, issue), issue, isWhole),
    ...(isObject(edit.credit) && { credit: withSpan(edit.credit, issue, false) }),
    ...(isObject(edit.dateline) && { dateline: withSpan(edit.dateline, issue, false) }),
  };
}

function withSpan({ lines, ...rest }: Json, issue: Issue, isWhole: boolean): Json {
  if (lines === undefined) return rest;
  if (rest.span !== undefined) throw new Unreadable('It has both lines and a span; one of them is enough.');
  const numbers = lineNumbers.safeParse(lines).data;
  if (!numbers) throw new Unreadable('Its lines are not two numbers from 1, the first and the last.');
  const [first, last] = numbers;
  checkLine(last, issue);
  return { ...rest, span: isWhole ? linesSpan(issue.lines, first, last) : textOfLines(issue, first, last) };
}

function withPlace({ line, ...rest }: Json, issue: Issue): Json {
  if (line === undefined) return rest;
  if (rest.at !== undefined) throw new Unreadable('It has both line and at; one of them is enough.');
  const number = lineNumber.safeParse(line).data;
  if (number === undefined) throw new Unreadable('Its line is not a number from 1.');
  checkLine(number, issue);
  return { ...rest, at: textOfLines(issue, number, number).from };
}

function checkLine(number: number, { lines }: Issue): void {
  if (number > lines.count) throw new Unreadable(`Line ${number} is beyond the last of the issue, ${lines.count}.`);
}

/** From the first to the last character that is not blank; all of the lines when all are blank. */
function textOfLines({ text, lines }: Issue, first: number, last: number): Span {
  const all = { from: lineSpan(lines, first).from, to: lineSpan(lines, last).to };
  const from = skipBlanks(text, all.from, all.to);
  return from === all.to ? all : { from, to: trimBlanks(text, all.to, from) };
}
