/** The table of commands. Keys, palette, help, buttons and the native menu all read it. Labels: `command.<id>`. */
import { ARTICLE_ROLES, type ArticleRole, type OutsideRole } from '../../shared/model/roles.ts';
import { facsimiles } from '../facsimile/commands.ts';
import { finding } from '../find/commands.ts';
import { historical } from '../history/commands.ts';
import { noting } from '../notes/commands.ts';
import { secondReading } from '../second/commands.ts';
import { saveScript } from '../store/recording.ts';
import { FILTERS, PANES } from '../store/state.ts';
import {
  editHere,
  moveArticle,
  nextArticle,
  onlyArticle,
  otherPiece,
  reopenArticle,
  settleArticle,
  settleIssue,
  supplyHeadline,
} from './articles.ts';
import { bounding } from './bounding.ts';
import type { Act, Command, Situation } from './command.ts';
import { correcting } from './corrections.ts';
import { acceptAlike, acceptDoubt, currentDoubt, nextDoubt, switchOrder, takeOther, takeOtherAlike } from './doubts.ts';
import { reparagraph, toggleParagraph, WAYS } from './paragraphs.ts';
import { movePartBy } from './pieces.ts';
import { asOutside, asOutsideAgain, asOutsideAlike, asRole } from './roles.ts';
import { selecting } from './selecting.ts';

const ROLE_KEYS: { readonly [role in ArticleRole]: string | null } = {
  headline: 'h',
  kicker: 'k',
  subhead: 'u',
  lede: 'l',
  byline: 'b',
  caption: 'c',
  body: 't',
  dateline: null,
};

/** Letters of outside roles after X; also the letters on the bands of the raw pane. */
export const OUTSIDE_KEYS: { readonly [role in OutsideRole]: string } = {
  section: 's',
  furniture: 'f',
  jump: 'j',
  ad: 'a',
  unreadable: 'u',
};

/** The letter that a band shows for a role. */
export const roleLetter = (role: ArticleRole | OutsideRole): string =>
  role === 'dateline'
    ? 'D'
    : (role in OUTSIDE_KEYS ? OUTSIDE_KEYS[role as OutsideRole] : (ROLE_KEYS[role as ArticleRole] ?? '')).toUpperCase();

const doubts: readonly Command[] = [
  { id: 'doubt.next', keys: ['d'], where: 'letters', group: 'doubts', act: (s) => nextDoubt(s, 1) },
  { id: 'doubt.previous', keys: ['Shift-d'], where: 'letters', group: 'doubts', act: (s) => nextDoubt(s, -1) },
  { id: 'doubt.nextAnywhere', keys: ['F8'], where: 'everywhere', group: 'doubts', act: (s) => nextDoubt(s, 1) },
  {
    id: 'doubt.previousAnywhere',
    keys: ['Shift-F8'],
    where: 'everywhere',
    group: 'doubts',
    act: (s) => nextDoubt(s, -1),
  },
  { id: 'doubt.accept', keys: ['y'], where: 'letters', group: 'doubts', act: acceptDoubt },
  { id: 'doubt.other', keys: ['r'], where: 'letters', group: 'doubts', act: takeOther },
  { id: 'doubt.acceptAlike', keys: ['Shift-y'], where: 'letters', group: 'doubts', act: acceptAlike },
  {
    id: 'doubt.otherAlike',
    keys: ['Shift-r'],
    where: 'letters',
    group: 'doubts',
    act: takeOtherAlike,
  },
  {
    id: 'doubt.why',
    keys: ['w'],
    where: 'letters',
    group: 'doubts',
    act: (s) => (s.selection || currentDoubt(s) ? { set: { dialog: { kind: 'why' } } } : null),
  },
  { id: 'doubt.order', keys: ['Shift-o'], where: 'letters', group: 'doubts', act: switchOrder },
];

/** Keys of the first nine articles. */
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const articles: readonly Command[] = [
  { id: 'article.settle', keys: ['Mod-Enter'], where: 'everywhere', group: 'articles', act: settleArticle },
  { id: 'article.reopen', keys: [], where: 'everywhere', group: 'articles', act: reopenArticle },
  {
    id: 'issue.masthead',
    keys: [],
    where: 'everywhere',
    group: 'articles',
    act: () => ({ set: { dialog: { kind: 'masthead' } } }),
  },
  { id: 'issue.settle', keys: ['Mod-Shift-Enter'], where: 'everywhere', group: 'articles', act: settleIssue },
  { id: 'article.next', keys: ['F9'], where: 'everywhere', group: 'articles', act: (s) => nextArticle(s, 1) },
  {
    id: 'article.previous',
    keys: ['Shift-F9'],
    where: 'everywhere',
    group: 'articles',
    act: (s) => nextArticle(s, -1),
  },
  ...DIGITS.map(
    (digit): Command => ({
      id: `article.number.${digit}`,
      keys: [digit],
      where: 'letters',
      group: 'articles',
      act: (s) => articleAt(s, Math.min(Number(digit), s.review.articles.length) - 1),
    }),
  ),
  { id: 'cards.down', keys: ['ArrowDown'], where: 'articles', group: 'select', act: (s) => nextArticle(s, 1) },
  { id: 'cards.up', keys: ['ArrowUp'], where: 'articles', group: 'select', act: (s) => nextArticle(s, -1) },
  { id: 'cards.first', keys: ['Home'], where: 'articles', group: 'select', act: (s) => articleAt(s, 0) },
  { id: 'cards.last', keys: ['End'], where: 'articles', group: 'select', act: (s) => articleAt(s, -1) },
  { id: 'article.moveUp', keys: ['Alt-ArrowUp'], where: 'articles', group: 'articles', act: (s) => moveArticle(s, -1) },
  {
    id: 'article.moveDown',
    keys: ['Alt-ArrowDown'],
    where: 'articles',
    group: 'articles',
    act: (s) => moveArticle(s, 1),
  },
  { id: 'article.piece', keys: ['g'], where: 'letters', group: 'articles', act: (s) => otherPiece(s, 1) },
  { id: 'article.pieceBack', keys: ['Shift-g'], where: 'letters', group: 'articles', act: (s) => otherPiece(s, -1) },
  { id: 'article.partEarlier', keys: ['e'], where: 'letters', group: 'articles', act: (s) => movePartBy(s, -1) },
  { id: 'article.partLater', keys: ['Shift-e'], where: 'letters', group: 'articles', act: (s) => movePartBy(s, 1) },
  { id: 'article.only', keys: ['o'], where: 'letters', group: 'view', act: onlyArticle },
];

/** The article at a place in reading order; counted from the end below 0. */
const articleAt = ({ review }: Situation, at: number): Act | null => {
  const article = review.articles.at(at);
  return article ? { show: article.id } : null;
};

const roles: readonly Command[] = [
  ...ARTICLE_ROLES.flatMap((role): readonly Command[] => {
    const key = ROLE_KEYS[role];
    return [
      { id: `role.${role}`, keys: key ? [key] : [], where: 'letters', group: 'roles', act: (s) => asRole(s, role) },
    ];
  }),
  ...Object.entries(OUTSIDE_KEYS).map(
    ([role, key]): Command => ({
      id: `outside.${role}`,
      keys: [`x ${key}`],
      where: 'letters',
      group: 'roles',
      // Object.entries widens the keys of the table to string.
      act: (s) => asOutside(s, role as OutsideRole),
    }),
  ),
  { id: 'outside.alike', keys: ['Shift-x'], where: 'letters', group: 'roles', act: asOutsideAlike },
  { id: 'outside.again', keys: ['x x'], where: 'letters', group: 'roles', act: asOutsideAgain },
];

const text: readonly Command[] = [
  { id: 'paragraph.toggle', keys: ['p'], where: 'letters', group: 'text', act: toggleParagraph },
  ...WAYS.map(
    (way): Command => ({
      id: `paragraph.by.${way}`,
      keys: [],
      where: 'everywhere',
      group: 'text',
      act: (s) => reparagraph(s, way),
    }),
  ),
  { id: 'text.edit', keys: ['Enter'], where: 'letters', group: 'text', act: editHere },
  { id: 'headline.supply', keys: ['v'], where: 'letters', group: 'text', act: supplyHeadline },
];

const view: readonly Command[] = [
  {
    id: 'view.foldOutside',
    keys: ['f'],
    where: 'letters',
    group: 'view',
    act: ({ state }) => ({
      set: { foldOutside: !state.foldOutside },
      done: { key: state.foldOutside ? 'done.unfoldOutside' : 'done.foldOutside' },
    }),
  },
  {
    id: 'view.copyLines',
    keys: [],
    where: 'everywhere',
    group: 'view',
    act: ({ state }) => ({ run: (desk) => void desk.changeSettings({ copyLines: !state.settings.copyLines }) }),
  },
  {
    id: 'view.jump',
    keys: ['Mod-j'],
    where: 'everywhere',
    group: 'view',
    act: () => ({ set: { dialog: { kind: 'jump' } } }),
  },
  ...FILTERS.map(
    (filter): Command => ({
      id: `filter.${filter}`,
      keys: [],
      where: 'everywhere',
      group: 'view',
      act: ({ state }) => (state.filter === filter ? null : { set: { filter } }),
    }),
  ),
  {
    id: 'view.foldBlank',
    keys: [],
    where: 'everywhere',
    group: 'view',
    act: ({ state }) => ({ run: (desk) => void desk.changeSettings({ foldBlank: !state.settings.foldBlank }) }),
  },
  { id: 'pane.next', keys: ['F6'], where: 'everywhere', group: 'view', act: ({ state }) => focusPane(state.pane, 1) },
  {
    id: 'pane.previous',
    keys: ['Shift-F6'],
    where: 'everywhere',
    group: 'view',
    act: ({ state }) => focusPane(state.pane, -1),
  },
];

/** The pane after or before this one; components put the focus there. */
function focusPane(pane: (typeof PANES)[number], direction: 1 | -1): Act {
  const next = PANES[(PANES.indexOf(pane) + direction + PANES.length) % PANES.length] ?? 'raw';
  return { set: { focusRequest: { pane: next } } };
}

const desk: readonly Command[] = [
  { id: 'text.undo', keys: ['Mod-z'], where: 'everywhere', group: 'desk', act: () => ({ run: (d) => d.undo() }) },
  {
    id: 'text.redo',
    keys: ['Mod-Shift-z', 'Mod-y'],
    where: 'everywhere',
    group: 'desk',
    act: () => ({ run: (d) => d.redo() }),
  },
  {
    id: 'desk.save',
    keys: ['Mod-s'],
    where: 'everywhere',
    group: 'desk',
    act: () => ({ run: (d) => void d.retry() }),
  },
  {
    id: 'desk.export',
    keys: ['Mod-e'],
    where: 'everywhere',
    group: 'desk',
    act: () => ({ set: { dialog: { kind: 'export', of: 'issue' } } }),
  },
  {
    id: 'desk.saveScript',
    keys: [],
    where: 'everywhere',
    group: 'desk',
    act: () => ({ run: (d) => void saveScript(d) }),
  },
  {
    id: 'desk.open',
    keys: ['Mod-o'],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'issues' } } }),
  },
  {
    id: 'desk.archive',
    keys: ['F4'],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: ({ state }) => ({ set: { place: state.place === 'archive' ? 'desk' : 'archive' } }),
  },
  {
    id: 'desk.palette',
    keys: ['Mod-k'],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'palette' } } }),
  },
  {
    id: 'desk.keys',
    keys: ['?'],
    where: 'letters',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'help' } } }),
  },
  {
    id: 'desk.keysAnywhere',
    keys: ['F1'],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'help' } } }),
  },
  {
    id: 'desk.settings',
    keys: ['Mod-,'],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'settings' } } }),
  },
  {
    id: 'desk.remap',
    keys: [],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'keys' } } }),
  },
  {
    id: 'desk.tour',
    keys: [],
    where: 'everywhere',
    group: 'desk',
    act: () => ({ set: { tour: 0, dialog: null } }),
  },
  {
    id: 'desk.about',
    keys: [],
    where: 'everywhere',
    group: 'desk',
    always: true,
    act: () => ({ set: { dialog: { kind: 'about' } } }),
  },
  { id: 'desk.out', keys: ['Escape'], where: 'letters', group: 'desk', act: goOut },
];

/** Esc goes out one step: of selections set aside, of the one article shown, of a doubt, of a selection larger than a line. */
function goOut({ state, selection }: Situation): Act | null {
  if (state.kept.length > 0) return { set: { kept: [] } };
  if (state.only !== null) return { set: { only: null }, done: { key: 'done.showAll' } };
  if (state.doubt !== null) return { set: { doubt: null } };
  if (selection && selection.span !== selection.head) {
    const { head } = selection;
    return { select: { span: head, unit: 'line', spans: [head], anchor: head, head } };
  }
  return null;
}

export const COMMANDS: readonly Command[] = [
  ...doubts,
  ...articles,
  ...bounding,
  ...roles,
  ...text,
  ...finding,
  ...correcting,
  ...historical,
  ...noting,
  ...secondReading,
  ...selecting,
  ...view,
  ...facsimiles,
  ...desk,
];

export const commandOf = (id: string): Command | undefined => COMMANDS.find((command) => command.id === id);
