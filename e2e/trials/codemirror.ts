import { history } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { showResult } from './result.ts';

/**
 * In a document CodeMirror writes `<style>` elements, which the policy refuses; in a shadow root it
 * adopts constructed style sheets, which the policy allows.
 */
void showResult(async () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: '{ "TodoID": "T1001" }',
      extensions: [lineNumbers(), history(), json()],
    }),
  });
  view.dispatch({ changes: { from: 2, insert: '"Task": 1, ' } });
  return {
    text: view.state.doc.toString(),
    // The base theme is in force: without it the editor is a static block.
    display: getComputedStyle(view.scrollDOM).display,
  };
});
