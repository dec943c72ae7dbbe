/** What the index knows of one issue, read from the issue and its journal and from nothing else. */
import { basename, dirname, join } from 'node:path';
import type { IssueState, SourceState } from '../../shared/contract/archive.ts';
import { DeskError, type Problem, problemOf } from '../../shared/contract/contract.ts';
import { editsOf, secondsOf } from '../../shared/journal/effort.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { openNotes } from '../../shared/model/note.ts';
import type { Article, Issue, Masthead, Review } from '../../shared/model/review.ts';
import { FIELDS, readField } from '../../shared/reading/reading.ts';
import type { Files } from '../desk/files.ts';
import { readIssueBytes } from '../desk/issue-bytes.ts';
import { lockHolder } from '../desk/lock.ts';
import type { Processes } from '../desk/processes.ts';
import { replay } from '../desk/replay.ts';
import { type LoadedSource, loadSource } from '../desk/source.ts';
import { importIssue } from '../import/import.ts';
import { mastheadOf } from '../segmenter/finish/masthead.ts';
import { isoDay } from './day.ts';
import { readExported } from './exported.ts';
import type { FoundIssue } from './scan.ts';
import { wordsOf } from './words.ts';

/** One text of the search index, cut into words. */
interface IndexedText {
  /** Null: the raw text of the issue. */
  readonly article: string | null;
  readonly headline: string;
  readonly byline: string;
  readonly body: string;
  readonly raw: string;
}

export interface IssueFacts {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly stamp: string;
  readonly bytes: number;
  readonly paper: string;
  /** As printed, and as `2013-08-19` where it can be told. */
  readonly date: string;
  readonly day: string;
  readonly edition: string;
  readonly editors: string;
  readonly pages: number;
  readonly articles: number | null;
  readonly settled: number;
  readonly doubts: number | null;
  /** Open ones. */
  readonly notes: number;
  readonly edits: number;
  readonly seconds: number;
  readonly state: IssueState;
  /** Of the last entry. */
  readonly person: string;
  readonly edited: string | null;
  readonly exportedAt: string | null;
  readonly exportedOld: boolean;
  readonly source: SourceState;
  readonly lockHost: string | null;
  readonly lockSince: string | null;
  readonly problem: Problem | null;
  /** The path under which it was reviewed, when it was renamed since. */
  readonly formerly: string | null;
  readonly texts: readonly IndexedText[];
}

export interface FactsPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly root: string;
  readonly dataFolder: string;
  now(): Date;
}

/** Reads one issue. Never rejects: what can't be read is a row that says why. */
export async function readFacts(ports: FactsPorts, found: FoundIssue): Promise<IssueFacts> {
  try {
    return found.mayBeReviewed ? await reviewedFacts(ports, found) : await plainFacts(ports, found);
  } catch (error) {
    return { ...emptyFacts(found), state: 'failed', problem: problemOf(error) };
  }
}

function emptyFacts(found: FoundIssue): IssueFacts {
  const { path, name, folder, stamp, bytes } = found;
  const { masthead } = mastheadOf(issueOf(''), [], name);
  return {
    path,
    name,
    folder,
    stamp,
    bytes,
    ...mastheadFacts(masthead),
    pages: 0,
    articles: null,
    settled: 0,
    doubts: null,
    notes: 0,
    edits: 0,
    seconds: 0,
    state: 'unread',
    person: '',
    edited: null,
    exportedAt: null,
    exportedOld: false,
    source: found.isMissing ? 'missing' : 'ok',
    lockHost: null,
    lockSince: null,
    problem: null,
    formerly: null,
    texts: [],
  };
}

/** An issue without a review: its text, and what its file's name says. */
async function plainFacts({ files, root, dataFolder }: FactsPorts, found: FoundIssue): Promise<IssueFacts> {
  const bytes = await readIssueBytes(files, dataFolder, join(root, found.path));
  if (!bytes) throw new DeskError({ key: 'no such file' });
  const { text } = (await importIssue(bytes, { name: found.name })).decoded;
  return { ...emptyFacts(found), pages: pagesOf(text), texts: [rawText(text)] };
}

async function reviewedFacts(ports: FactsPorts, found: FoundIssue): Promise<IssueFacts> {
  const { files, root, dataFolder } = ports;
  const path = join(root, found.path);
  const loaded = await loadSource(files, dataFolder, path);
  const { text } = loaded.decoded;
  const exported = await readExported(files, loaded.place);
  const lock = await lockHolder(ports, loaded.place.folder).catch(() => null);
  const base: IssueFacts = {
    ...emptyFacts(found),
    pages: pagesOf(text),
    exportedAt: exported?.at ?? null,
    lockHost: lock?.host ?? null,
    lockSince: lock?.since ?? null,
    texts: [rawText(text)],
  };
  if (!loaded.content) return base;
  const issue = issueOf(text);
  const { proposal, entries } = { ...loaded.content.opening, entries: loaded.content.entries };
  const history = replay(issue, proposal, entries);
  return {
    ...base,
    ...reviewFacts(history, entries),
    ...mastheadFacts({ ...mastheadOf(issueOf(''), [], found.name).masthead, ...nonEmpty(history.review.masthead) }),
    exportedOld: exported !== null && exported.seq < entries.length,
    source: sourceOf(found, loaded),
    formerly: loaded.formerly === undefined ? null : siblingOf(found.path, loaded.formerly),
    texts: [rawText(text), ...articleTexts(issue, history.review)],
  };
}

function reviewFacts({ review, proposal }: History, entries: readonly Entry[]) {
  const settled = review.articles.filter(({ state }) => state === 'settled').length;
  const last = entries.at(-1);
  const isSettled = review.articles.length > 0 && settled === review.articles.length;
  const edits = editsOf(entries);
  const done: IssueState = isSettled ? 'settled' : edits > 0 ? 'in review' : 'proposed';
  return {
    articles: review.articles.length,
    settled,
    doubts: proposal.doubts.filter(({ id }) => review.doubtsSettled[id] === undefined).length,
    notes: openNotes(review).length,
    edits,
    seconds: secondsOf(entries),
    state: review.returned ? ('returned' as const) : done,
    person: last?.by ?? '',
    edited: last?.at ?? null,
  };
}

function mastheadFacts(masthead: Masthead) {
  const { paper = '', date = '', edition = '', editors = '' } = masthead;
  return { paper, date, day: isoDay(date), edition, editors };
}

const nonEmpty = (masthead: Masthead): Masthead =>
  Object.fromEntries(Object.entries(masthead).filter(([, value]) => value !== ''));

function sourceOf(found: FoundIssue, { isAnother }: LoadedSource): SourceState {
  if (found.isMissing) return 'missing';
  return isAnother ? 'replaced' : 'ok';
}

const siblingOf = (path: string, name: string): string => {
  const folder = dirname(path);
  return folder === '.' ? basename(name) : `${folder}/${basename(name)}`;
};

/** Form feeds part pages. */
const pagesOf = (text: string): number => (text.match(/\f/g)?.length ?? 0) + 1;

const rawText = (text: string): IndexedText => ({
  article: null,
  headline: '',
  byline: '',
  body: '',
  raw: wordsOf(text, true),
});

const HEAD: ReadonlySet<string> = new Set(['kicker', 'headline', 'subhead']);

function articleTexts(issue: Issue, review: Review): IndexedText[] {
  return review.articles.map((article: Article) => {
    const read = (wanted: boolean) =>
      FIELDS.filter((field) => HEAD.has(field) === wanted)
        .map((field) => readField(issue, review, article, field).text)
        .filter((text) => text !== '')
        .join('\n');
    return {
      article: article.id,
      headline: wordsOf(read(true)),
      byline: wordsOf(article.credits.map(({ name }) => name).join('\n')),
      body: wordsOf(read(false)),
      raw: '',
    };
  });
}
