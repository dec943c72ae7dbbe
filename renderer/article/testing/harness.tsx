/**
 * The article pane in a real browser, over the window's own store and a desk in memory. Browser tests and benches open
 * it through Vite and drive it by keys; `window.harness` lets them compare what is shown with what the review says.
 */
import { createRoot } from 'react-dom/client';
import type { Edit } from '../../../shared/edits/edit.ts';
import { checkReview } from '../../../shared/model/check.ts';
import { findArticle } from '../../../shared/model/owners.ts';
import { FIELDS, type Field, readField } from '../../../shared/reading/reading.ts';
import { languageFor, startLanguages } from '../../i18n/i18n.ts';
import { focusPane } from '../../shell/focus.ts';
import { desk } from '../../store/index.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/shell.css';
import '../../styles/articles.css';
import { ROW, standIn } from '../../testing/host.ts';
import { page } from '../../testing/page.ts';
import { ArticlePane } from '../ArticlePane.tsx';

export interface Harness {
  /** Opens an issue drawn as in renderer/testing/page.ts, and edits of its proposal by the machine. */
  open(drawing: string, machine?: readonly Edit[]): Promise<void>;
  /** What the review says, field by field, for the article that is shown. */
  says(): { readonly [field in Field]: string };
  /** The laws that the review breaks. */
  broken(): readonly string[];
  /** The raw text, which must never change. */
  raw(): string;
  edit(edits: readonly Edit[]): boolean;
  undo(): void;
  redo(): void;
  show(article: string): void;
  request(article: string, at: { readonly raw: number } | { readonly field: 'headline' }): void;
  /** Selects a part of the raw text, as the raw pane does. */
  select(from: number, to: number): void;
  /** Raw lines (1-based offsets into the raw text) that are selected. */
  selected(): string | null;
  setReadOnly(isReadOnly: boolean): void;
  pane(): string;
}

const params = new URLSearchParams(location.search);
startLanguages(languageFor(params.get('lang'), 'en', []));
if (params.get('theme')) document.documentElement.dataset.theme = params.get('theme') ?? '';

const { getState } = desk.store;

const harness: Harness = {
  async open(drawing, machine = []) {
    const drawn = page(drawing);
    const { host } = standIn(drawn);
    desk.set({ host, settings: { ...getState().settings, person: 'Li' } });
    await desk.openIssue(ROW.file);
    for (const edit of machine) desk.edit([edit]);
  },
  says() {
    const { issue, history, article: id } = getState();
    const article = history && id ? findArticle(history.review, id) : undefined;
    const read = (field: Field) =>
      issue && history && article ? readField(issue, history.review, article, field).text : '';
    return Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as { [field in Field]: string }; // all of FIELDS
  },
  broken() {
    const { issue, history } = getState();
    return issue && history ? checkReview(issue, history.review) : [];
  },
  raw: () => getState().issue?.text ?? '',
  edit: (edits) => desk.edit(edits),
  undo: () => desk.undo(),
  redo: () => desk.redo(),
  show: (article) => desk.showArticle(article),
  request: (article, at) => desk.set({ article, caretRequest: { article, at } }),
  select(from, to) {
    const span = { from, to };
    desk.select({ span, unit: 'block', spans: [span], anchor: span, head: span });
  },
  selected() {
    const { issue, selection } = getState();
    return issue && selection ? issue.text.slice(selection.span.from, selection.span.to) : null;
  },
  setReadOnly: (isReadOnly) => desk.set({ readOnly: isReadOnly ? { host: 'desk-2', pid: 1, since: '' } : null }),
  pane: () => getState().pane,
};
Object.assign(window, { harness });

const raw = document.getElementById('raw');
if (raw) raw.tabIndex = 0;
desk.store.subscribe(({ focusRequest }, before) => {
  if (focusRequest && focusRequest !== before.focusRequest) focusPane(focusRequest.pane);
});
const root = document.getElementById('root');
if (root) createRoot(root).render(<ArticlePane />);
