/**
 * What a window gets by GET, not inside calls: the text of an open issue, where it stands on its pages, its pictures.
 *
 *     /text/FILE   /layout/FILE   /facsimile/FILE/0
 */
import type { Facsimile, FileId } from '../../shared/contract/issue.ts';
import type { Session } from './session.ts';

export interface Served {
  readonly body: string | Uint8Array;
  /** Media type. */
  readonly type: string;
}

/** Answers an address; null for one that is not of an open issue. */
export type DataAt = (url: string) => Promise<Served | null>;

/** The open issues, as far as addresses go. */
export interface OpenIssues {
  textOf(file: FileId): string | null;
  openSession(file: FileId): Promise<Session | null>;
  readPicture(path: string): Promise<Uint8Array>;
}

const ADDRESS = /^\/(text|layout|facsimile)\/([A-Za-z0-9_-]{1,64})(?:\/(\d{1,5}))?(?:\?|$)/;

/** Whether a path is one of issue data, not of the window's own files. */
export const isDataPath = (path: string): boolean => /^\/(?:text|layout|facsimile)\//.test(path);

export async function servedAt(issues: OpenIssues, url: string): Promise<Served | null> {
  const [, kind, file, number] = ADDRESS.exec(url) ?? [];
  if (file === undefined) return null;
  if (kind === 'text') {
    const text = issues.textOf(file);
    return text === null ? null : { body: text, type: 'text/plain; charset=utf-8' };
  }
  const session = await issues.openSession(file);
  if (kind === 'layout') {
    const layout = (await session?.extras())?.layout;
    return layout ? { body: JSON.stringify(layout), type: 'application/json; charset=utf-8' } : null;
  }
  // Looked for anew: what is served is what lies there now, and nothing but a picture of this issue.
  const picture = (await session?.pictures())?.pictures[Number(number ?? 0)];
  return picture ? { body: await issues.readPicture(picture.path), type: picture.type } : null;
}

/** The addresses of an issue's pictures. */
export async function facsimileOf(session: Session, canChoose: boolean): Promise<Facsimile> {
  const { pictures, unshown } = await session.pictures();
  const { layout } = await session.extras();
  return {
    pictures: pictures.map((picture, i) => picture && { url: `/facsimile/${session.file}/${i}`, kind: picture.kind }),
    unshown,
    layoutUrl: layout ? `/layout/${session.file}` : null,
    canChoose,
  };
}
