import { useEffect, useState } from 'react';
import example from '../../../samples/lesson/who-asks.md?raw';
import { course } from '../../lessons/course.ts';
import { useTaking } from '../lessons/taking.ts';
import { authoringWords as words } from '../words/authoring.ts';
import {
  begin,
  beginWithCourse,
  beginWithFile,
  deleteDraft,
  keep,
  openDraft,
  useAuthoring,
} from './authoring.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { RecordingPart } from './RecordingPart.tsx';
import './authoring.css';

/** The lessons that somebody writes, or the one whose text is open. */
export default function AuthoringBody() {
  const { key, trouble, isKept } = useAuthoring();
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  return (
    <div className="authoring">
      {trouble !== null && (
        <p className="lesson-trouble" role="alert">
          {trouble}
        </p>
      )}
      {!isKept && (
        <p className="lesson-trouble" role="status">
          {words.notKept}
        </p>
      )}
      {key === null ? <Beginning /> : <DraftPanel />}
    </div>
  );
}

function Beginning() {
  const [lesson, setLesson] = useState(course[0]!.id);
  return (
    <>
      <p className="muted">{words.about}</p>
      <Drafts />
      <h3 className="kicker">{words.begin}</h3>
      <RecordingPart />
      <div className="authoring-ways">
        <button type="button" className="button" onClick={() => begin(example)}>
          {words.example}
        </button>
        <label className="file-button button">
          {words.openFile}
          <input
            type="file"
            className="visually-hidden"
            accept=".md,.markdown,.txt"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void beginWithFile(file);
            }}
          />
        </label>
        <span className="muted">{words.dropHint}</span>
      </div>
      <div className="authoring-ways">
        <label className="authoring-course">
          <span className="muted">{words.fromCourse}</span>
          <select
            className="field"
            value={lesson}
            onChange={(event) => setLesson(event.target.value)}
          >
            {course.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => void beginWithCourse(lesson)}>
          {words.take}
        </button>
      </div>
      <button type="button" className="link" onClick={() => useTaking.setState({ own: null })}>
        {words.all}
      </button>
    </>
  );
}

function Drafts() {
  const { drafts, deleted } = useAuthoring();
  return (
    <>
      <h3 className="kicker">{words.drafts}</h3>
      {drafts.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="authoring-drafts" aria-label={words.drafts}>
        {drafts.map((draft) => (
          <li key={draft.key}>
            <button type="button" className="lesson-entry" onClick={() => openDraft(draft.key)}>
              <strong>{draft.title || words.untitled}</strong>
            </button>
            <button
              type="button"
              className="link"
              aria-label={words.delete(draft.title || words.untitled)}
              onClick={() => deleteDraft(draft)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {deleted !== null && (
          <>
            {words.deleted(deleted.title || words.untitled)}{' '}
            <button type="button" className="link" onClick={() => begin(deleted.text)}>
              {words.undo}
            </button>
          </>
        )}
      </p>
    </>
  );
}
