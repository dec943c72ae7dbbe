/** Exports of a review: what will be written, where to, and the writing. */
import { basename, dirname, extname, join } from 'node:path';
import type { ExportFormat, ExportPreview, ExportResult } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';
import type { Article } from '../../shared/model/review.ts';
import type { Source } from '../../shared/model/source.ts';
import { FIELDS, readField, titleOf } from '../../shared/reading/reading.ts';
import { conservedDocument } from '../export/conserved.ts';
import { exportDocument, exportName } from '../export/export.ts';
import { makeFolders, removeLeftovers, writeAtomic } from './atomic.ts';
import type { Files } from './files.ts';
import { sha256Of } from './place.ts';
import type { Processes } from './processes.ts';

export interface ExportPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly dataFolder: string;
  /** Paths that nothing may be written over. */
  isIssue(path: string): boolean;
}

export interface Exportable {
  readonly history: History;
  readonly entries: readonly Entry[];
  readonly source: Source;
  /** The issue's real path. */
  readonly path: string;
}

/** UTF-16 units of a title, or of an article's first words, that stand for it in lists. */
const LONGEST_NAME = 80;

function documentOf({ history, entries, source }: Exportable): GalleyDocument {
  const { issue, review, proposal } = history;
  return conservedDocument({ issue, review, doubts: proposal.doubts, source, entries });
}

/** The article's title, or its first words. */
function nameOf({ issue, review }: History, article: Article): string {
  const fields = FIELDS.map((field) => readField(issue, review, article, field).text);
  const words = titleOf(issue, review, article) ?? fields.find((text) => text !== '') ?? '';
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).toWellFormed()}…` : words;
}

/** What an export would hold, what is not settled in it, and where it would go. */
export async function previewExport(
  ports: ExportPorts,
  exportable: Exportable,
  format: ExportFormat,
): Promise<ExportPreview> {
  const { history } = exportable;
  const { review } = history;
  const document = documentOf(exportable);
  const target = await targetOf(ports, exportable.path, format);
  return {
    format,
    target,
    articles: review.articles.length,
    unsettled: review.articles
      .filter((article) => article.state !== 'settled')
      .map((article) => nameOf(history, article)),
    openDoubts: document.doubts.filter((doubt) => doubt.settled === undefined).length,
    conservation: document.conservation,
    exists: (await ports.files.stat(target)) !== null,
  };
}

/** Writes an export; at the target is the old file or the new one. Rejects with the system's errors. */
export async function writeExport(
  ports: ExportPorts,
  exportable: Exportable,
  format: ExportFormat,
  target: string,
): Promise<ExportResult> {
  const bytes = await exportDocument(documentOf(exportable), format);
  const folder = dirname(target);
  await removeLeftovers(ports.files, folder, (pid) => ports.processes.isRunning({ pid, startTime: null }));
  await writeAtomic(ports.files, target, bytes);
  return { files: [{ name: basename(target), bytes: bytes.length, sha256: sha256Of(bytes) }], folder };
}

/** Beside the issue, under a name that is no issue's: `daily.md`, or `daily 2.md`. */
export async function targetOf(ports: ExportPorts, path: string, format: ExportFormat): Promise<string> {
  return freeTarget(ports, dirname(path), exportName(basename(path), format));
}

/** Where exports go when nothing can be written beside the issue. */
export async function fallbackTarget(ports: ExportPorts, path: string, format: ExportFormat): Promise<string> {
  const folder = join(ports.dataFolder, 'exports');
  await makeFolders(ports.files, folder);
  return freeTarget(ports, folder, exportName(basename(path), format));
}

/** No export is ever written over an issue, or through a link to one. */
async function freeTarget(ports: ExportPorts, folder: string, name: string): Promise<string> {
  const extension = extname(name);
  for (let n = 1; ; n++) {
    const target = join(folder, n === 1 ? name : `${basename(name, extension)} ${n}${extension}`);
    const real = await ports.files.realPath(target).catch(() => target);
    if (!ports.isIssue(real) && !ports.isIssue(target)) return target;
  }
}
