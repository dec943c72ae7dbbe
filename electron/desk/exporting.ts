/** Exports of a review from the window: what will be written, where to, and the writing. */
import { dirname, join } from 'node:path';
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import type { DeliveredFile } from '../../shared/contract/delivery.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { ExportPreview, ExportWritten } from '../../shared/contract/written.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';
import type { Article } from '../../shared/model/review.ts';
import type { Source } from '../../shared/model/source.ts';
import { FIELDS, readField, titleOf } from '../../shared/reading/reading.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { gateProblems, RULES, stampOf } from '../archive/gate.ts';
import { readShared } from '../archive/shared-data.ts';
import {
  type Claim,
  type Closing,
  claimsOf,
  clearLeftovers,
  closeDelivery,
  deliverIssue,
  nameBookOf,
} from '../delivery/deliver.ts';
import { readManifest } from '../delivery/manifest.ts';
import type { Scan } from '../export/blocks.ts';
import { conservedDocument } from '../export/conserved.ts';
import type { Files } from './files.ts';
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
  /** What its files are named after (`Session.name`). */
  readonly name: string;
  /** Nobody has edited it: there is no journal. */
  readonly isFresh: boolean;
  /** Where its text stands on its pages, if an import brought that along. */
  readonly scan: Scan | undefined;
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

/** What the rules of the issue's archive say. */
async function rulesFor({ files }: ExportPorts, { path, history }: Exportable, document: GalleyDocument) {
  const root = await archiveOf(files, path);
  if (root === null) return { breaks: [], isRefused: false };
  const { rules, on } = await readShared(files, root, RULES);
  const breaks: readonly Problem[] = gateProblems({ history, document }, rules);
  return { breaks, isRefused: breaks.length > 0 && on === 'refuse' };
}

interface Target {
  readonly folder: string;
  /** The name that the person chose for the one file there is. */
  readonly name?: string;
  readonly isDry: boolean;
}

interface Made extends Closing {
  readonly delivered: readonly DeliveredFile[];
  readonly document: GalleyDocument;
  readonly breaks: readonly Problem[];
  readonly isRefused: boolean;
}

async function make(ports: ExportPorts, exportable: Exportable, profile: ExportProfile, to: Target): Promise<Made> {
  const { files } = ports;
  const { folder, name, isDry } = to;
  const document = documentOf(exportable);
  const { breaks, isRefused } = await rulesFor(ports, exportable, document);
  const [first] = breaks;
  if (isRefused && first && !isDry) throw new DeskError(first);
  const book = nameBookOf(await readManifest(files, folder));
  const claim: Claim =
    name === undefined ? claimsOf(book, files, folder, ports.isIssue) : async () => ({ path: name, isNumbered: false });
  // It is delivered alone, not as part of its archive.
  const path = exportable.name;
  const position = exportable.isFresh ? null : exportable.history.seq;
  const issue = { document, path, position, breaks: breaks.map(stampOf), scan: exportable.scan };
  const delivered = await deliverIssue({ files, out: folder, claim, isDry }, issue, profile);
  const scope = { profile: profile.name, covers: (one: string) => one === path };
  const closing = await closeDelivery({ files, out: folder, isDry }, delivered, scope, new Date());
  return { ...closing, delivered, document, breaks, isRefused };
}

/** What an export would hold, what is not settled in it, and where it would go. */
export async function previewExport(
  ports: ExportPorts,
  exportable: Exportable,
  profile: ExportProfile,
): Promise<ExportPreview> {
  const { history, path } = exportable;
  const folder = dirname(path);
  const { delivered, document, report, breaks, isRefused } = await make(ports, exportable, profile, {
    folder,
    isDry: true,
  });
  const ids = new Set(delivered.flatMap(({ articles }) => articles.map(({ id }) => id)));
  const going = history.review.articles.filter(({ id }) => ids.has(id));
  const [file] = delivered;
  return {
    target: delivered.length === 1 && file ? join(folder, file.file) : folder,
    articles: going.length,
    leftOut: history.review.articles.length - going.length,
    unsettled: going.filter(({ state }) => state !== 'settled').map((article) => nameOf(history, article)),
    openDoubts: document.doubts.filter((doubt) => doubt.settled === undefined).length,
    conservation: document.conservation,
    report,
    breaks,
    isRefused,
  };
}

/**
 * Writes an export; at each target is the old file or the new one. Rejects with a `DeskError`, or with the system's
 * errors.
 */
export async function writeExport(
  ports: ExportPorts,
  exportable: Exportable,
  profile: ExportProfile,
  to: Omit<Target, 'isDry'>,
): Promise<ExportWritten> {
  await clearLeftovers(ports.files, ports.processes, to.folder);
  const { delivered, report } = await make(ports, exportable, profile, { ...to, isDry: false });
  const files = delivered.map(({ file, bytes, sha256 }) => ({ name: file, bytes, sha256 }));
  return { files, folder: to.folder, report };
}

/** The files that an export would write beside the issue. */
export async function targetsOf(
  ports: ExportPorts,
  exportable: Exportable,
  profile: ExportProfile,
): Promise<readonly string[]> {
  const folder = dirname(exportable.path);
  const { delivered } = await make(ports, exportable, profile, { folder, isDry: true });
  return delivered.map(({ file }) => join(folder, file));
}
