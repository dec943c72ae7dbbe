/** The manifest of a delivery, against the one that lies there: what is added, changed, unchanged, withdrawn. */
import { join } from 'node:path';
import { DeskError } from '../../shared/contract/contract.ts';
import {
  type DeliveredFile,
  type DeliveryChange,
  type DeliveryCounts,
  type DeliveryReport,
  MANIFEST_NAME,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  manifestSchema,
  REPORTED,
} from '../../shared/contract/delivery.ts';
import { writeAtomic } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';

/** What a delivery is about: files made by this profile, of issues that it covers. All others stay as they are. */
export interface DeliveryScope {
  readonly profile: string;
  readonly covers: (issue: string) => boolean;
}

export interface Merged {
  readonly manifest: Manifest;
  readonly report: DeliveryReport;
  /** Every file that the delivery is about, in the order of their paths; those withdrawn last. */
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  readonly file: string;
  readonly change: DeliveryChange;
}

/** `now`: ISO time. `before`: null where nothing was delivered yet. */
export function mergeDelivery(
  before: Manifest | null,
  delivered: readonly DeliveredFile[],
  scope: DeliveryScope,
  now: string,
): Merged {
  const isMeant = ({ profile, issue }: { profile: string; issue: string }) =>
    profile === scope.profile && scope.covers(issue);
  const old = new Map((before?.files ?? []).filter(isMeant).map((one) => [one.file, one]));
  const oldArticles = new Map([...old.values()].flatMap(articlesOf));
  const here = new Set(delivered.flatMap(articlesOf).map(([key]) => key));
  const files = delivered.map((one) => fileAgainst(one, old.get(one.file), oldArticles, now));
  const paths = new Set(files.map(({ file }) => file));
  const gone = [...old.values()].filter(({ file }) => !paths.has(file));
  const others = (before?.files ?? []).filter((one) => !isMeant(one) && !paths.has(one.file));
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    delivered: now,
    files: [...others, ...files].toSorted(byFile),
    withdrawn: [
      ...(before?.withdrawn ?? []).filter(({ file }) => !paths.has(file)),
      ...gone.map((one) => withdrawnOf(one, here, now)),
    ].toSorted(byFile),
  };
  const changes: readonly FileChange[] = [
    ...files.toSorted(byFile).map(({ file, change }) => ({ file, change })),
    ...gone.map(({ file }) => ({ file, change: 'withdrawn' as const })),
  ];
  const articles = [
    ...files.flatMap((one) => one.articles.map(({ change }) => change)),
    ...[...oldArticles.keys()].filter((key) => !here.has(key)).map(() => 'withdrawn' as const),
  ];
  return { manifest, changes, report: reportOf(files, changes, articles) };
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

const articleKey = (issue: string, id: string): string => `${id} ${issue}`;

const articlesOf = ({ issue, articles }: DeliveredFile): readonly (readonly [string, string])[] =>
  articles.map(({ id, sha256 }) => [articleKey(issue, id), sha256] as const);

const changeOf = (before: string | undefined, now: string) =>
  before === undefined ? 'added' : before === now ? 'unchanged' : 'changed';

function fileAgainst(
  one: DeliveredFile,
  old: ManifestFile | undefined,
  oldArticles: ReadonlyMap<string, string>,
  now: string,
): ManifestFile {
  const change = changeOf(old?.sha256, one.sha256);
  return {
    ...one,
    change,
    since: change === 'unchanged' && old ? old.since : now,
    articles: one.articles.map((article) => ({
      ...article,
      change: changeOf(oldArticles.get(articleKey(one.issue, article.id)), article.sha256),
    })),
  };
}

const withdrawnOf = (
  { file, sha256, profile, issue, articles }: ManifestFile,
  here: ReadonlySet<string>,
  since: string,
): Manifest['withdrawn'][number] => ({
  file,
  sha256,
  profile,
  issue,
  articles: articles.map(({ id }) => id).filter((id) => !here.has(articleKey(issue, id))),
  since,
});

/** What changes comes first in a report. */
const ORDER: readonly DeliveryChange[] = ['withdrawn', 'changed', 'added', 'unchanged'];

function reportOf(
  files: readonly ManifestFile[],
  changes: readonly FileChange[],
  articles: readonly DeliveryChange[],
): DeliveryReport {
  const named = ORDER.flatMap((kind) => changes.filter(({ change }) => change === kind)).slice(0, REPORTED);
  return {
    files: countsOf(changes.map(({ change }) => change)),
    articles: countsOf(articles),
    numbered: files.filter(({ numbered }) => numbered).length,
    unencodable: files.filter(({ unencodable }) => unencodable !== undefined).length,
    named,
  };
}

function countsOf(changes: readonly DeliveryChange[]): DeliveryCounts {
  const count = (kind: DeliveryChange) => changes.filter((one) => one === kind).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    withdrawn: count('withdrawn'),
  };
}

/** The manifest in a folder; null when there is none. Rejects when it is damaged: it shall be seen, not overwritten. */
export async function readManifest(files: Files, folder: string): Promise<Manifest | null> {
  const path = join(folder, MANIFEST_NAME);
  if (!(await files.stat(path))) return null;
  try {
    return manifestSchema.parse(JSON.parse(Buffer.from(await files.read(path)).toString('utf8')));
  } catch (error) {
    throw new DeskError({ key: 'not readable', detail: MANIFEST_NAME }, { cause: error });
  }
}

export async function writeManifest(files: Files, folder: string, manifest: Manifest): Promise<void> {
  await writeAtomic(files, join(folder, MANIFEST_NAME), Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
}
