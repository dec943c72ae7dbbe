/**
 * The same text in CodeMirror 6, with line numbers and line wrapping: what Galley's panes are held against. Read-only as
 * the raw pane; with `?edit` editable as the article.
 */
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';

const isEditable = location.search === '?edit';
const text = await (await fetch('./text.txt')).text();
performance.mark('text');
const view = new EditorView({
  state: EditorState.create({
    doc: text,
    extensions: [lineNumbers(), EditorView.lineWrapping, EditorState.readOnly.of(!isEditable)],
  }),
  parent: document.body,
});

/** Selects the range and scrolls to it. */
const show = (from: number, to: number) =>
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });

Object.assign(window, {
  bench: {
    jumpToEnd: () => show(view.state.doc.length, view.state.doc.length),
    /** Finds all hits, as a search that counts them does, and shows the last. */
    search: (wanted: string) => {
      const doc = view.state.doc.toString();
      let [last, count] = [-1, 0];
      for (let at = doc.indexOf(wanted); at >= 0; at = doc.indexOf(wanted, at + wanted.length)) {
        last = at;
        count++;
      }
      if (last >= 0) show(last, last + wanted.length);
      return count;
    },
    /** The caret in the middle of the text, ready for keys. */
    edit: () => {
      view.focus();
      const middle = view.state.doc.lineAt(view.state.doc.length / 2).from + 10;
      show(middle, middle);
    },
  },
});
document.documentElement.dataset.ready = 'true';
