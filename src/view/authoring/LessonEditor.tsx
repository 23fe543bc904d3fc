import { useEffect, useRef } from 'react';
import { type Editor, openEditor } from '../inspector/code/codeMirror.ts';
import { authoringWords as words } from '../words/authoring.ts';

interface LessonEditorProps {
  text: string;
  /** Lines with a fault, from 1. */
  marked: readonly number[];
  /** The line to which somebody wants to be taken; a new object each time. */
  visit: { line: number } | null;
  onChange: (text: string) => void;
}

/** The text of a lesson. */
export default function LessonEditor({ text, marked, visit, onChange }: LessonEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  useEffect(() => {
    const opened = openEditor(host.current!, {
      ...{ file: 'lesson.md', text: latest.current.text, label: words.editor },
      onChange: (typed) => latest.current.onChange(typed),
    });
    editor.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => editor.current?.show(text), [text]);
  useEffect(() => editor.current?.mark(marked), [marked]);
  useEffect(() => {
    if (visit !== null) editor.current?.goTo(visit.line);
  }, [visit]);
  return <div ref={host} className="authoring-text" />;
}
