/** The same text in CodeMirror 6, read-only, with line numbers and line wrapping: what Galley's raw pane is held against. */
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';

const text = await (await fetch('./text.txt')).text();
performance.mark('text');
new EditorView({
  state: EditorState.create({
    doc: text,
    extensions: [lineNumbers(), EditorView.lineWrapping, EditorState.readOnly.of(true)],
  }),
  parent: document.body,
});
document.documentElement.dataset.ready = 'true';
