/** A desk for tests of the border: it does nothing with issues, remembers what it was asked and answers what it is told. */
import { ALL_ISSUES } from '../contract/archive.ts';
import { CALLS, type CallArgs, type CallName, type DeskService } from '../contract/contract.ts';
import { plainProfile } from '../contract/profile.ts';

/** Arguments for each call, chosen so that every schema has something to check. */
export const SAMPLE_ARGS: { readonly [K in CallName]: CallArgs<K> } = {
  'app.info': {},
  'app.about': {},
  'app.report': {},
  'window.failed': { error: 'TypeError', frames: ['advance desk.js:12:5'] },
  'settings.set': { theme: 'dark', person: '编辑 <b>&"\u2028' },
  'words.get': { paper: '清河日报' },
  'words.learn': { paper: '清河日报', words: [{ text: '沈若溪', kind: 'name', count: 1 }] },
  'words.set': { paper: '清河日报', words: [] },
  'issues.list': {},
  'issue.standing': { file: 'f-1' },
  'issues.pick': {},
  'issue.open': { file: 'f-1', encoding: 'gb18030' },
  'issue.review': { file: 'f-1' },
  'issue.pages': { file: 'f-1' },
  'issue.setPages': { file: 'f-1', pages: ['p2.txt', 'p1.txt'] },
  'issue.facsimile': { file: 'f-1', choose: false },
  'issue.cancel': { file: 'f-1' },
  'issue.close': { file: 'f-1' },
  'issue.explain': { file: 'f-1', span: { from: 0, to: 12 } },
  'review.append': {
    file: 'f-1',
    first: 1,
    changes: [
      { group: 1, edit: { kind: 'correct', span: { from: 3, to: 4 }, text: '吕\u{20BB7}' } },
      { undo: [1] },
      { redo: [1] },
    ],
  },
  'review.retry': { file: 'f-1' },
  'review.takeOver': { file: 'f-1' },
  'export.preview': { file: 'f-1', profile: plainProfile('json') },
  'export.write': { file: 'f-1', profile: plainProfile('markdown'), choose: true },
  'profiles.get': { file: 'f-1' },
  'profiles.set': { file: null, profiles: [{ ...plainProfile('csv'), name: '目录' }] },
  'second.begin': { file: 'f-1' },
  'second.readers': { file: 'f-1' },
  'second.read': { file: 'f-1', reader: '李' },
  'review.saveScript': { file: 'f-1' },
  'archive.open': {},
  'archive.info': {},
  'archive.rows': { view: ALL_ISSUES, from: 0, count: 100 },
  'archive.place': { view: ALL_ISSUES, issue: 7 },
  'archive.between': { view: ALL_ISSUES, from: 3, to: 9 },
  'archive.values': {},
  'archive.issue': { issue: 7 },
  'archive.assign': { choice: { filter: { text: '吕梁' }, except: [3] }, person: '王' },
  'archive.search': { typed: 'headline:吕梁', from: 0, count: 50 },
  'archive.saveHits': { typed: '吕梁', format: 'csv' },
  'archive.saveTable': { view: ALL_ISSUES, columns: ['title'] },
  'archive.progress': {},
  'archive.rules': {},
  'archive.setRules': { rules: ['no open doubts'], on: 'stamp' },
  'archive.views': {},
  'archive.setViews': { views: [{ name: '待办', view: ALL_ISSUES, columns: ['title'] }] },
  'batch.start': { kind: 'export', choice: { issues: [1, 2] }, profile: plainProfile('json'), isDry: true },
  'batch.list': {},
  'batch.pause': {},
  'batch.cancel': { batch: 'b-1' },
  'batch.resume': { batch: 'b-1', retry: true },
};

export const CALL_NAMES = Object.keys(CALLS) as CallName[];

export interface StandIn {
  readonly service: DeskService;
  /** Every call that passed the border, in order. */
  readonly asked: { readonly name: CallName; readonly args: unknown }[];
  /** How calls are answered from now on. */
  respond: (name: CallName, args: unknown) => unknown;
}

export function createStandIn(): StandIn {
  const standIn: StandIn = {
    asked: [],
    respond: (name, args) => ({ name, args }),
    // One function per name of the table; the table's own type can't be built up name by name.
    service: Object.fromEntries(
      CALL_NAMES.map((name) => [
        name,
        async (args: unknown) => {
          standIn.asked.push({ name, args });
          return standIn.respond(name, args);
        },
      ]),
    ) as unknown as DeskService,
  };
  return standIn;
}
