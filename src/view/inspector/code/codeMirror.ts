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
import { EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const markLines = StateEffect.define<readonly number[]>();

/** The lines that failures name. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markLines)) continue;
      const { doc } = transaction.state;
      const there = effect.value.filter((line) => line >= 1 && line <= doc.lines);
      const starts = [...new Set(there)].map((line) => doc.line(line).from);
      const line = Decoration.line({ class: 'cm-failedLine' });
      next = Decoration.set(
        starts.map((from) => line.range(from)),
        true,
      );
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

/** What is said of a text stands below it and is to be seen with it. */
const besideOthers = Prec.high(EditorView.theme({ '&': { maxHeight: 'max(14rem, 34vh)' } }));

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
  /** Marks these lines, from 1, and no others. */
  mark(lines: readonly number[]): void;
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
    mark: (lines) => view.dispatch({ effects: markLines.of(lines) }),
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

/** Of code; a text is written as it is. */
function languageOf(file: string): Extension {
  if (file.endsWith('.md')) return [EditorView.lineWrapping, besideOthers];
  return file.endsWith('.py') ? python() : javascript();
}

function extensions(file: string, label: string, onChange: (text: string) => void): Extension[] {
  const isPython = file.endsWith('.py');
  return [
    lineNumbers(),
    history(),
    bracketMatching(),
    indentUnit.of(isPython ? '    ' : '  '),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    languageOf(file),
    syntaxHighlighting(colours),
    look,
    markedLine,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}
