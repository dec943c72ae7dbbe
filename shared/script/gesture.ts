/** One gesture of a review, its edits in a group, as the statements of a script that makes it again. */
import type { Edit } from '../edits/edit.ts';
import { isBlankText } from '../model/blank.ts';
import { lineAt, lineText } from '../model/lines.ts';
import { findArticle, ownerAt, ownersOf } from '../model/owners.ts';
import { contains } from '../model/position.ts';
import type { Article, ArticleId, Credit, Issue, Review } from '../model/review.ts';
import type { Doubt } from '../proposal.ts';
import { FIELDS, type Field, readField } from '../reading/reading.ts';
import { literal, object } from './code.ts';
import { articlePlace, firstLine, linesPlace } from './places.ts';
import { typedChange } from './text-change.ts';

/** A gesture with the reviews on both sides of it. */
export interface Gesture {
  readonly issue: Issue;
  readonly before: Review;
  readonly after: Review;
  readonly edits: readonly Edit[];
  readonly doubts: readonly Doubt[];
}

/** Statements without `await` and semicolon; `unscripted` says in words what no statement makes again. */
export interface Scripted {
  readonly statements: readonly string[];
  readonly unscripted: readonly string[];
}

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>;
const all = <K extends Edit['kind']>(edits: readonly Edit[], kind: K): readonly Of<K>[] =>
  edits.filter((edit): edit is Of<K> => edit.kind === kind);

/** Edits of the text: what they did is read from the fields. */
const TEXT: ReadonlySet<Edit['kind']> = new Set(['correct', 'correctAll', 'revert', 'supply', 'removeSupplement']);

/** How a field is called in the kit. */
const FIELD_NAMES: { readonly [field in Field]: string } = {
  kicker: 'Kicker',
  headline: 'Headline',
  subhead: 'Subhead',
  lede: 'Lede',
  body: 'Body',
  caption: 'Caption',
};

export function scriptOfGesture(gesture: Gesture): Scripted {
  const { edits } = gesture;
  const settled = all(edits, 'settleDoubt').filter(({ choice }) => choice !== 'passed over');
  if (settled.length > 0) return settledDoubts(gesture, settled);
  const isTyped = edits.some((edit) => TEXT.has(edit.kind));
  const done = edits
    .filter((edit) => !(isTyped && (edit.kind === 'breakParagraph' || edit.kind === 'joinParagraphs')))
    .map((edit) => statementOf(gesture, edit));
  const typed = isTyped ? typedStatements(gesture) : [];
  return {
    statements: [...done.flatMap((one) => one.statements), ...typed],
    unscripted: done.flatMap((one) => one.unscripted),
  };
}

const made = (...statements: readonly string[]): Scripted => ({ statements, unscripted: [] });
const notMade = (what: string): Scripted => ({ statements: [], unscripted: [what] });

/** A doubt that is accepted or overturned; what the other reading changes comes with it. */
function settledDoubts({ issue, doubts }: Gesture, settled: readonly Of<'settleDoubt'>[]): Scripted {
  const [first] = settled;
  const doubt = doubts.find(({ id }) => id === first?.id);
  if (!first || !doubt) return notMade('a doubt that is no longer known was settled');
  const line = firstLine(issue, doubt.span) ?? lineAt(issue.lines, doubt.span.from);
  const act = settled.length > 1 ? 'acceptAllAlike' : first.choice === 'other' ? 'takeOther' : 'accept';
  return made(`(await desk.doubts.at({ line: ${line} })).${act}()`);
}

function statementOf(gesture: Gesture, edit: Edit): Scripted {
  const { issue, before } = gesture;
  const article = (id: ArticleId) => articlePlace(issue, before, id);
  switch (edit.kind) {
    case 'assign':
      return assigned(gesture, edit);
    case 'create':
      return onLines(issue, edit, (lines) => [`${lines}.newArticle()`]);
    case 'split':
      return made(`desk.line(${lineAt(issue.lines, edit.at)}).newArticle()`);
    case 'merge':
      return made(`${article(edit.article)}.mergeInto(${article(edit.into)})`);
    case 'moveArticle':
      return made(
        edit.before === null
          ? `${article(edit.article)}.moveToEnd()`
          : `${article(edit.article)}.moveBefore(${article(edit.before)})`,
      );
    case 'breakParagraph':
    case 'joinParagraphs':
      return paragraph(gesture, edit);
    case 'addCredit':
      return isRead(gesture, edit) ? made() : made(`${article(edit.article)}.addCredit(${creditCode(edit.credit)})`);
    case 'setCredit':
      return made(`${article(edit.article)}.setCredit(${chip(before, edit)}, ${creditCode(edit.credit)})`);
    case 'removeCredit':
      return made(`${article(edit.article)}.removeCredit(${chip(before, edit)})`);
    case 'setState':
      return edit.state === 'settled'
        ? made(`${article(edit.article)}.settle()`)
        : made(`${article(edit.article)}.reopen()`);
    case 'setMasthead':
      return made(`desk.setMasthead(${literal(edit.field)}, ${literal(edit.value)})`);
    case 'settleDoubt':
    case 'correct':
    case 'correctAll':
    case 'revert':
    case 'supply':
    case 'removeSupplement':
      return made();
    case 'movePiece':
    case 'arrange':
      return notMade(`the order of the parts of ${article(edit.article)} was changed`);
    case 'setDateline':
      return notMade(`the dateline of ${article(edit.article)} was set`);
    case 'addNote':
      return noted(gesture, edit);
    case 'setNote':
    case 'closeNote':
    case 'reopenNote':
    case 'removeNote':
      return notMade(`a note was ${NOTE_ACTS[edit.kind]}`);
    case 'setReturned':
      return made(edit.returned ? 'desk.returnIssue()' : 'desk.handIn()');
    case 'propose':
      return notMade('the articles were proposed anew');
  }
}

const NOTE_ACTS = {
  setNote: 'changed',
  closeNote: 'closed',
  reopenNote: 'opened again',
  removeNote: 'removed',
} as const;

function noted({ issue, before }: Gesture, { note }: Of<'addNote'>): Scripted {
  const said = object({ class: literal(note.class), text: literal(note.text) });
  return note.article === undefined
    ? onLines(issue, note, (lines) => [`${lines}.note(${said})`])
    : made(`${articlePlace(issue, before, note.article)}.note(${said})`);
}

const onLines = (
  issue: Issue,
  { span }: { readonly span: { from: number; to: number } },
  code: (lines: string) => readonly string[],
) => {
  const lines = linesPlace(issue, span);
  return lines === null
    ? notMade(
        `text that begins or ends within lines ${lineAt(issue.lines, span.from)} to ${lineAt(issue.lines, span.to)} was moved`,
      )
    : made(...code(lines));
};

function assigned({ issue, before }: Gesture, { span, to }: Of<'assign'>): Scripted {
  return onLines(issue, { span }, (lines) => {
    if ('outside' in to) return [`${lines}.outside(${literal(to.outside)})`];
    const at = firstLine(issue, span);
    const owner = ownerAt(
      ownersOf(before),
      at === null ? span.from : (lineText(issue.text, issue.lines, at)?.from ?? span.from),
    );
    const comes = owner?.article === to.article ? [] : [`${lines}.giveTo(${articlePlace(issue, before, to.article)})`];
    // Given text keeps its role; text from outside becomes body.
    const role = owner?.article == null ? 'body' : owner.role;
    return [...comes, ...(role === to.role ? [] : [`${lines}.role(${literal(to.role)})`])];
  });
}

/** P where a line begins; within a line it was typed, and stands in the field. */
function paragraph(gesture: Gesture, { at }: Of<'breakParagraph' | 'joinParagraphs'>): Scripted {
  const { issue } = gesture;
  const line = lineAt(issue.lines, at);
  const text = lineText(issue.text, issue.lines, line);
  const startsLine = text !== null && isBlankText(issue.text.slice(text.from, at));
  return startsLine ? made(`desk.line(${line}).toggleParagraph()`) : made(...typedStatements(gesture));
}

/** The byline key reads the credits of the lines itself. */
const isRead = ({ edits }: Gesture, { credit }: Of<'addCredit'>): boolean =>
  all(edits, 'assign').some(
    ({ span, to }) => 'role' in to && to.role === 'byline' && credit.span && contains(span, credit.span),
  );

const creditCode = ({ role, name }: Credit): string => object({ role: literal(role), name: literal(name) });

const chip = (review: Review, { article, index }: { readonly article: ArticleId; readonly index: number }): string =>
  literal(findArticle(review, article)?.credits[index]?.name ?? '');

function typedStatements({ issue, before, after }: Gesture): readonly string[] {
  return after.articles.flatMap((article) => {
    const old = findArticle(before, article.id);
    if (!old) return [];
    return FIELDS.flatMap((field) => typedIn(issue, { before, old, after, article }, field));
  });
}

interface Sides {
  readonly before: Review;
  readonly old: Article;
  readonly after: Review;
  readonly article: Article;
}

function typedIn(issue: Issue, { before, old, after, article }: Sides, field: Field): readonly string[] {
  const text = readField(issue, after, article, field).text;
  const change = typedChange(readField(issue, before, old, field).text, text);
  if (!change) return [];
  const place = articlePlace(issue, before, article.id);
  if (field === 'headline' && text !== '') return [`${place}.setHeadline(${literal(text)})`];
  const members = object({
    field: field === 'body' ? undefined : literal(FIELD_NAMES[field]),
    after: change.after === null ? undefined : literal(change.after),
    nth: change.nth > 1 ? String(change.nth) : undefined,
    replace: change.replace === '' ? undefined : literal(change.replace),
    with: literal(change.with),
  });
  return [`${place}.type(${members})`];
}
