/** An issue with the places of its text, for the formats that carry them. */
import type { GalleyDocument } from '../../../shared/document/document.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import type { Layout } from '../../../shared/model/layout.ts';
import { importIssue } from '../../import/import.ts';
import { packageOf } from '../../import/package.ts';
import { type Sheet, toAlto } from '../../import/testing/sheet.ts';
import { segment } from '../../segmenter/segment.ts';
import type { Scan } from '../blocks.ts';
import { conservedDocument } from '../conserved.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const metsOf = (head: string, body: readonly string[]): string => {
  const area = (id: string) => `<fptr><area FILEID="A" BEGIN="${id}"/></fptr>`;
  return `<mets><fileSec><file ID="A"><FLocat href="p.xml"/></file></fileSec><structMap TYPE="LOGICAL"><div TYPE="ARTICLE">
<div TYPE="HEADING">${area(head)}</div><div TYPE="BODY">${body.map(area).join('')}</div>
</div></structMap></mets>`;
};

export interface Scanned {
  readonly document: GalleyDocument;
  readonly scan: Scan;
  readonly layout: Layout;
}

/** The sheet as an issue of one article, whose head and body are these blocks (`TB1` …), over pages too. */
export async function scanned(sheet: Sheet, head: string, body: readonly string[]): Promise<Scanned> {
  const file = packageOf([
    { name: 'mets.xml', bytes: bytes(metsOf(head, body)) },
    { name: 'p.xml', bytes: bytes(toAlto(sheet)) },
  ]);
  const { decoded, given, layout } = await importIssue(file, { name: 'mets.xml' });
  if (!layout || !given) throw new Error('nothing was given');
  const issue = issueOf(decoded.text);
  const { review, doubts } = segment(issue.text, { given }).proposal;
  const source = { name: 'daily', sha256: 'ab'.repeat(32), encoding: 'utf-8', bom: false, lineEnd: 'lf' } as const;
  const scan: Scan = { text: decoded.text, layout };
  return { document: conservedDocument({ issue, review, doubts, source }), scan, layout };
}

/** A page with a line somewhere: for what a format says of any issue, wherever its text stands. */
export const SOME_SCAN: Scan = {
  text: 'a line',
  layout: {
    pages: [{ from: 0, to: 6, width: 100, height: 100, unit: 'pixel' }],
    lines: [{ from: 0, to: 6, page: 0, box: { x: 0, y: 0, width: 60, height: 10 }, words: [] }],
  },
};
