import { useEffect, useRef } from 'react';
import type { CodePlace } from '../../../projections/codeView.ts';
import { codeWords as words } from '../../words/code.ts';
import { type Editor, openEditor } from './codeMirror.ts';

interface CodeEditorProps {
  file: string;
  text: string;
  /** Where the latest failure was. */
  failed: CodePlace | null;
  /** Counts up whenever somebody wants to be taken to the failed line. */
  visits: number;
  onChange: (text: string) => void;
}

/** One file of a function's code. */
export function CodeEditor({ file, text, failed, visits, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  useEffect(() => {
    const opened = openEditor(host.current!, {
      ...{ file, text: latest.current.text, label: words.editor(file) },
      onChange: (typed) => latest.current.onChange(typed),
    });
    editor.current = opened;
    return () => opened.close();
  }, [file]);
  useEffect(() => editor.current?.show(text), [text]);
  const line = failed?.file === file ? failed.line : null;
  useEffect(() => editor.current?.mark(line === null ? [] : [line]), [line, file]);
  useEffect(() => {
    if (visits > 0 && line !== null) editor.current?.goTo(line);
  }, [visits]);
  return <div ref={host} className="code-editor" />;
}
