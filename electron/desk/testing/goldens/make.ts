/**
 * Makes the golden review of a version, once, when it is released: `node electron/desk/testing/goldens/make.ts VERSION`.
 * It writes goldens/VERSION/: an issue, its review as the desk of that version left it (one edit of every kind, an undo
 * and a redo, two segments), the settings file, and the document that must come out for ever. A folder that is there
 * already is never made again: what a version wrote is what it wrote.
 */

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Edit } from '../../../../shared/edits/edit.ts';
import type { Change } from '../../../../shared/journal/entry.ts';
import type { Proposal } from '../../../../shared/proposal.ts';
import { page } from '../../../../shared/testing/page.ts';
import { conservedDocument } from '../../../export/conserved.ts';
import { openStore } from '../../../host/store.ts';
import { importIssue } from '../../../import/import.ts';
import { realFiles } from '../../files.ts';
import { besideOf } from '../../place.ts';
import type { Processes } from '../../processes.ts';
import { replay } from '../../replay.ts';
import type { Segmenting } from '../../segmenting.ts';
import { changeSettings } from '../../settings.ts';
import { loadSource } from '../../source.ts';
import { rig } from '../rig.ts';

const { issue, proposal: proposed } = page(`
  -   furniture  清河晚报 2026年11月25日 星期三 第一版
  a1  headline   河长制办公室挂牌
  a1  byline     本报记者 柳一帆
  a1  body       本报清河讯 昨日，河长制办公室在城|北挂牌。|¶今后河道保洁、排污口整治等事项由该办公|室统一协调。
  a2  headline   公交十路今起改道
  a2  body       受城南路施工影响，公交十路今日起绕行|新华街。|¶为期两个月，票价不变。
  a3  headline   图书馆夜间开放
  a3  body       市图书馆自下月起每晚开放到十时。|¶读者可凭借书证入馆。
  -   ad         清河书店新到年历 电话 二一四
`);

const spanOf = (words: string) => {
  const from = issue.text.indexOf(words);
  return { from, to: from + words.length };
};
const lineOf = (words: string) => {
  const { from } = spanOf(words);
  return { from, to: issue.text.indexOf('\n', from) + 1 };
};

const proposal: Proposal = {
  ...proposed,
  doubts: [
    {
      id: 'd1',
      kind: 'boundary',
      span: lineOf('公交十路今起改道'),
      articles: ['a1', 'a2'],
      why: { key: 'boundary', values: { line: 5 } },
      confidence: 0.4,
      other: [{ kind: 'merge', article: 'a2', into: 'a1' }],
      evidence: [],
    },
  ],
};
const price = spanOf('价');
const masthead = spanOf('第一版');
const reporter = { role: '记者', name: '柳一帆', span: spanOf('柳一帆') };
const edits: readonly Edit[] = [
  { kind: 'propose', proposal },
  { kind: 'setMasthead', field: 'edition', value: issue.text.slice(masthead.from, masthead.to) },
  { kind: 'assign', span: lineOf('清河书店'), to: { article: 'a3', role: 'caption' } },
  { kind: 'assign', span: lineOf('清河书店'), to: { outside: 'ad' } },
  { kind: 'create', span: lineOf('读者可凭'), role: 'body', newId: 'a-aaaaaaaa' },
  { kind: 'supply', article: 'a-aaaaaaaa', role: 'headline', id: 's1', text: '借书证' },
  { kind: 'split', article: 'a2', at: spanOf('为期两个月').from, newId: 'a-bbbbbbbb' },
  { kind: 'merge', article: 'a-bbbbbbbb', into: 'a3' },
  { kind: 'movePiece', article: 'a3', from: 2, to: 1 },
  { kind: 'moveArticle', article: 'a3', before: 'a1' },
  { kind: 'breakParagraph', at: spanOf('排污口').from },
  { kind: 'joinParagraphs', at: spanOf('今后河道').from },
  { kind: 'correct', span: price, text: '價' },
  { kind: 'correct', span: { from: spanOf('昨日').from, to: spanOf('昨日').from }, side: 'after', text: '【' },
  { kind: 'revert', span: price },
  { kind: 'supply', article: 'a1', role: 'kicker', id: 's2', text: '治水' },
  { kind: 'removeSupplement', article: 'a1', id: 's2' },
  { kind: 'addCredit', article: 'a1', credit: reporter },
  { kind: 'addCredit', article: 'a1', credit: { role: '编辑', name: '周', supplied: true } },
  { kind: 'setCredit', article: 'a1', index: 1, credit: { role: '责任编辑', name: '周宁', supplied: true } },
  { kind: 'addCredit', article: 'a2', credit: { role: '摄影', name: '石', incomplete: true, supplied: true } },
  { kind: 'removeCredit', article: 'a2', index: 0 },
  { kind: 'setDateline', article: 'a1', dateline: { text: '清河', span: spanOf('清河讯') } },
  { kind: 'settleDoubt', id: 'd1', choice: 'passed over' },
  { kind: 'setState', article: 'a1', state: 'settled' },
];

const first: readonly Change[] = edits.slice(0, 14).map((edit, group) => ({ group, edit }));
const second: readonly Change[] = [
  ...edits.slice(14).map((edit, i) => ({ group: 14 + i, edit })),
  { undo: [edits.length] },
  { redo: [edits.length] },
];

const PERSON = '周宁';

/** One run of a desk: opens the issue, sends the changes, closes in order. */
async function work(path: string, changes: readonly Change[], from: number, now: string): Promise<void> {
  const processes: Processes = {
    self: async () => ({ host: 'desk-1', pid: 1, startTime: null }),
    isRunning: async () => false,
  };
  const segmenting: Segmenting = {
    segment: async () => proposal,
    explain: async () => [],
    importFile: importIssue,
    close: async () => undefined,
  };
  const settings = { get: () => ({ person: PERSON }), set: () => undefined };
  const desk = rig(realFiles, { processes, segmenting, settings, now: () => new Date(now) });
  const file = await desk.start(path);
  for (const [i, change] of changes.entries())
    await desk.service['review.append']({ file, first: from + i, changes: [change as never] }); // a Change is what its schema gives
  await desk.desk.close();
}

async function make(folder: string): Promise<void> {
  await mkdir(folder); // rejects where there is one
  const path = join(folder, 'issue.txt');
  await writeFile(path, issue.text);
  await work(path, first, 1, '2026-11-25T08:00:00.000Z');
  await work(path, second, first.length + 1, '2026-11-25T09:00:00.000Z');
  const { content, decoded, sha256 } = await loadSource(realFiles, folder, path);
  if (!content) throw new Error('there is no review');
  const history = replay(issue, content.opening.proposal, content.entries);
  const { encoding, bom, lineEnd } = decoded;
  const source = { name: 'issue.txt', sha256, encoding, bom, lineEnd };
  const document = conservedDocument({ issue, review: history.review, doubts: history.proposal.doubts, source });
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(document, null, 2)}\n`);
  changeSettings(openStore(folder), {
    theme: 'dark',
    fontSize: 20,
    person: PERSON,
    copyLines: true,
    keys: { undo: 'F9' },
  });
  // Not `.galley`: git passes that name over.
  await rename(dirname(besideOf(path).folder), join(folder, 'reviews'));
}

const [version] = process.argv.slice(2);
if (!version) throw new Error('name the version');
await make(join(import.meta.dirname, version));
