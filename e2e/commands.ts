/**
 * How each command is reached by keyboard on the sample, one row a command of the table. Rows without `keys` are called
 * from the palette. A command without a row here fails e2e/commands.spec.ts.
 */

export interface Reach {
  /** Lines that are selected before; default: the second line of the second article's body. */
  readonly lines?: readonly [number, number];
  /** Pane that has the focus; default: the raw text. */
  readonly pane?: 'articles' | 'article';
  /** Pressed before, to get there. Those that change the review are counted in `prepared`. */
  readonly before?: readonly string[];
  /** Changes that `before` makes, to be undone after. */
  readonly prepared?: number;
  /** The keys, as Playwright names them; none: by the palette. */
  readonly keys?: readonly string[];
  /** It changes the review, as one step of undo. */
  readonly changes?: true;
  /** Pressed after, to be where we were. */
  readonly after?: readonly string[];
}

const HEAD: readonly [number, number] = [111, 111];
/** The start of the second article's body. */
const START: readonly [number, number] = [57, 57];
/** A body that has its headline elsewhere. */
const APART: readonly [number, number] = [84, 84];
const FOUR: readonly [number, number] = [59, 65];

const close = ['Escape'];
const change = (keys: readonly string[], more: Partial<Reach> = {}): Reach => ({ keys, changes: true, ...more });
const select = (key: string, more: Partial<Reach> = {}): Reach => ({ keys: [key], ...more });
const dialog = (key: string): Reach => ({ keys: [key], after: close });
/** Without a key of its own. */
const palette: Reach = {};

export const REACHES: { readonly [id: string]: Reach } = {
  'doubt.next': { keys: ['d'], after: close },
  'doubt.previous': { keys: ['Shift+D'], after: close },
  'doubt.nextAnywhere': { pane: 'article', keys: ['F8'], after: close },
  'doubt.previousAnywhere': { pane: 'article', keys: ['Shift+F8'], after: close },
  'doubt.accept': change(['y'], { before: ['d'], after: close }),
  'doubt.acceptAlike': change(['Shift+Y'], { before: ['d'], after: close }),
  'doubt.why': { keys: ['w'], after: close },
  'doubt.order': { keys: ['Shift+O'], after: ['Shift+O'] },

  'article.settle': change(['ControlOrMeta+Enter']),
  'article.reopen': { before: ['ControlOrMeta+Enter', 'Shift+F9'], prepared: 1, changes: true },
  'issue.masthead': { after: close },
  'issue.settle': change(['ControlOrMeta+Shift+Enter']),
  'article.next': select('F9'),
  'article.previous': select('Shift+F9'),
  'cards.down': { pane: 'articles', keys: ['ArrowDown'] },
  'cards.up': { pane: 'articles', keys: ['ArrowUp'] },
  'cards.first': { pane: 'articles', keys: ['Home'] },
  'cards.last': { pane: 'articles', keys: ['End'] },
  'article.moveUp': change(['Alt+ArrowUp'], { pane: 'articles' }),
  'article.moveDown': change(['Alt+ArrowDown'], { pane: 'articles' }),
  ...Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => [`article.number.${n}`, select(n)])),
  'article.piece': { lines: APART, keys: ['g'] },
  'article.pieceBack': { lines: APART, keys: ['Shift+G'] },
  'article.partEarlier': change(['e'], { before: ['x', 'f', 'ArrowDown'], prepared: 1 }),
  'article.partLater': change(['Shift+E'], { before: ['x', 'f', 'ArrowUp'], prepared: 1 }),
  'article.only': { keys: ['o'], after: ['o'] },

  'text.give': { keys: ['a'], after: close },
  'text.join': change(['j']),
  'text.giveAgain': change(['Shift+A'], { before: ['a', '1', 'ArrowDown'], prepared: 1 }),
  'article.startsHere': change(['s']),
  'article.nextStartsHere': change(['Shift+S']),
  'article.new': change(['n']),
  'boundary.up': change(['Alt+ArrowUp'], { lines: START }),
  'boundary.down': change(['Alt+ArrowDown'], { lines: START }),
  'boundary.upBlock': change(['Alt+PageUp'], { lines: START }),
  'boundary.downBlock': change(['Alt+PageDown'], { lines: START }),
  'article.mergeNext': change(['m']),
  'article.mergePrevious': change(['Shift+M']),

  'role.headline': change(['h']),
  'role.kicker': change(['k']),
  'role.subhead': change(['u']),
  'role.lede': change(['l']),
  'role.byline': change(['b']),
  'role.caption': change(['c']),
  'role.body': change(['t'], { lines: HEAD }),
  'role.dateline': { changes: true },
  'outside.section': change(['x', 's']),
  'outside.furniture': change(['x', 'f']),
  'outside.jump': change(['x', 'j']),
  'outside.ad': change(['x', 'a']),
  'outside.unreadable': change(['x', 'u']),
  'outside.alike': change(['Shift+X']),
  'outside.again': change(['x', 'x'], { before: ['x', 'a', 'ArrowDown'], prepared: 1 }),

  'paragraph.toggle': change(['p']),
  // A paragraph before that none of the ways would begin there.
  'paragraph.by.indent': { before: ['p'], prepared: 1, changes: true },
  'paragraph.by.shortLine': { before: ['p'], prepared: 1, changes: true },
  'paragraph.by.blankLine': { changes: true },
  'paragraph.by.none': { before: ['p'], prepared: 1, changes: true },
  'text.edit': { keys: ['Enter'], after: close },
  'note.write': { keys: ['q'], after: close },
  'note.list': { keys: ['Shift+F4'], after: ['Shift+F4'] },
  'headline.supply': { keys: ['v'], after: close },

  'select.down': select('ArrowDown'),
  'select.up': select('ArrowUp'),
  'select.extendDown': select('Shift+ArrowDown'),
  'select.extendUp': select('Shift+ArrowUp'),
  'select.pageDown': select('PageDown'),
  'select.pageUp': select('PageUp'),
  'select.extendPageDown': select('Shift+PageDown'),
  'select.extendPageUp': select('Shift+PageUp'),
  'select.first': select('Home'),
  'select.last': select('End'),
  'select.extendFirst': select('Shift+Home'),
  'select.extendLast': select('Shift+End'),
  'select.extendRunDown': select('ControlOrMeta+Shift+ArrowDown'),
  'select.extendRunUp': select('ControlOrMeta+Shift+ArrowUp'),
  'select.grow': select('Space'),
  'select.shrink': select('Shift+Space', { lines: FOUR }),
  'select.right': select('ArrowRight', { after: close }),
  'select.left': select('ArrowLeft', { after: close }),
  'select.extendRight': select('Shift+ArrowRight', { after: close }),
  'select.extendLeft': select('Shift+ArrowLeft', { after: close }),
  'select.nextRun': select('ControlOrMeta+ArrowDown'),
  'select.previousRun': select('ControlOrMeta+ArrowUp'),
  'select.nextHead': select('ControlOrMeta+ArrowRight'),
  'select.previousHead': select('ControlOrMeta+ArrowLeft', { lines: HEAD }),
  'select.nextUnsure': select('.'),
  'select.previousUnsure': select(','),
  'select.keep': select('i', { after: close }),

  'view.facsimile': { keys: ['z'], after: ['z'] },
  'view.foldOutside': { keys: ['f'], after: ['f'] },
  'view.foldBlank': palette,
  'view.jump': dialog('ControlOrMeta+j'),
  'view.copyLines': palette,
  'filter.noHeadline': palette,
  'filter.bodyOnly': palette,
  'filter.headOnly': palette,
  'filter.severalParts': palette,
  'filter.doubts': palette,
  'filter.unsettled': palette,
  'filter.all': palette,
  'pane.next': select('F6'),
  'pane.previous': select('Shift+F6'),

  'text.undo': { keys: ['ControlOrMeta+z'], before: ['x', 'a'] },
  'text.redo': { keys: ['ControlOrMeta+Shift+z'], before: ['x', 'a', 'ControlOrMeta+z'], prepared: 1 },
  'desk.save': select('ControlOrMeta+s'),
  'desk.export': dialog('ControlOrMeta+e'),
  'desk.open': dialog('ControlOrMeta+o'),
  'desk.palette': dialog('ControlOrMeta+k'),
  'desk.keys': dialog('?'),
  'desk.keysAnywhere': { pane: 'article', keys: ['F1'], after: close },
  'desk.settings': dialog('ControlOrMeta+,'),
  'desk.remap': { after: close },
  'desk.saveScript': palette,
  'desk.tour': { after: close },
  'desk.about': { after: close },
  'history.open': { keys: ['F2'], after: ['F2'] },
  'history.compare': { keys: ['Shift+F2'], after: close },
  // Leaves the review, and comes back by its own key.
  'desk.archive': { after: ['F4'] },
  'desk.out': { before: ['Shift+ArrowDown', 'Space'], keys: ['Escape'] },
};

/** Commands that other specs walk: they need a hit, or a correction under the caret. What the spec says when it does. */
export const ELSEWHERE: { readonly [id: string]: { readonly spec: string; readonly says: string } } = {
  'find.open': { spec: 'find.spec.ts', says: "press('ControlOrMeta+f')" },
  'find.next': { spec: 'find.spec.ts', says: "press('F3')" },
  'find.previous': { spec: 'find.spec.ts', says: "press('Shift+F3')" },
  'find.series': { spec: 'series.spec.ts', says: "press('ControlOrMeta+Alt+f')" },
  'second.begin': { spec: 'second.spec.ts', says: "command('second.begin')" },
  'second.compare': { spec: 'second.spec.ts', says: "command('second.compare')" },
  'second.settleAgreed': { spec: 'second.spec.ts', says: "command('second.settleAgreed')" },
  'note.next': { spec: 'notes.spec.ts', says: "press('Shift+Q')" },
  'issue.return': { spec: 'notes.spec.ts', says: 'returnIssue()' },
  'issue.handIn': { spec: 'notes.spec.ts', says: 'handIn()' },
  'correction.accept': { spec: 'suggestions.spec.ts', says: "act('F7')" },
  'correction.reject': { spec: 'suggestions.spec.ts', says: "act('Shift+F7')" },
};

/** Radicals for characters, and a character misread: suggestions. */
const MISREAD = `清河县⼈民医院新院区启用
  本报讯  （记者 罗丽）  近日，清河县⼈民医
院新院区正式启用，群众看病难的问题己经得到缓
解。新院区占地六十亩，设床位三百张。
`;

/** Commands about corrections, reached by the palette on pages that have some; `typed` into the body before: a person's correction. */
export const CORRECTING: readonly {
  readonly text: string;
  readonly typed?: string;
  readonly ids: readonly string[];
}[] = [
  {
    text: MISREAD,
    ids: [
      'correction.takeSuggestions.article',
      'correction.leaveSuggestions.article',
      'correction.leaveSuggestions.issue',
      'correction.takeSuggestions.issue',
    ],
  },
  {
    text: MISREAD,
    typed: '新',
    ids: ['correction.revertPeople.article', 'correction.revertPeople.issue'],
  },
  {
    text: `COUNCIL BACKS NEW BRIDGE
  By JANE DOE
  The town council on Monday voted to build a new bridge over the river, and the govern-
ment will pay for half of the work, the council said. The government of the coun-
ty agreed to this on Friday.
`,
    ids: [
      'correction.acceptMachine.article',
      'correction.acceptMachine.issue',
      'correction.revertMachine.article',
      'correction.revertMachine.issue',
    ],
  },
];
