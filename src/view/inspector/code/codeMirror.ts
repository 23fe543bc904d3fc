/** The code editor: CodeMirror in a shadow root, where its style sheets are adopted and not injected. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import {
  bracketMatching,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const markLine = StateEffect.define<number | null>();

/** The line that a failure names. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markLine)) continue;
      const { doc } = transaction.state;
      const isThere = effect.value !== null && effect.value >= 1 && effect.value <= doc.lines;
      const line = Decoration.line({ class: 'cm-failedLine' });
      next = isThere ? Decoration.set([line.range(doc.line(effect.value!).from)]) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    fontSize: '0.8125rem',
    maxHeight: '26rem',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-gutters': { backgroundColor: 'var(--lane)', color: 'var(--muted)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection':
    { backgroundColor: 'var(--accent-wash)' },
  '.cm-matchingBracket': {
    outline: '1px solid var(--line-strong)',
    backgroundColor: 'transparent !important',
  },
  '.cm-failedLine': { backgroundColor: 'var(--bad-wash)', boxShadow: 'inset 3px 0 0 var(--bad)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--item-3)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--item-1)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: 'var(--accent)',
  },
  { tag: [tags.className, tags.definition(tags.typeName)], color: 'var(--item-5)' },
]);

/** What the page asks of an editor. */
export interface Editor {
  show(text: string): void;
  /** Marks a line, from 1, or none. */
  mark(line: number | null): void;
  goTo(line: number): void;
  close(): void;
}

/** Opens an editor in a host element. @param label what it is called, for those who do not see it. */
export function openEditor(
  host: HTMLElement,
  options: { file: string; text: string; label: string; onChange: (text: string) => void },
): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { file, text, label, onChange } = options;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text, extensions: extensions(file, label, onChange) }),
  });
  return {
    show(wanted) {
      const { doc } = view.state;
      if (doc.toString() === wanted) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: wanted } });
    },
    mark: (line) => view.dispatch({ effects: markLine.of(line) }),
    goTo(line) {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function extensions(file: string, label: string, onChange: (text: string) => void): Extension[] {
  const isPython = file.endsWith('.py');
  return [
    lineNumbers(),
    history(),
    bracketMatching(),
    indentUnit.of(isPython ? '    ' : '  '),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    isPython ? python() : javascript(),
    syntaxHighlighting(colours),
    look,
    markedLine,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}
