import { useEffect } from 'react';
import { course } from '../../lessons/course.ts';
import { glossary } from '../../lessons/glossary.ts';
import { readAddress } from '../../runtime/address.ts';
import { labActions, useLab } from '../../runtime/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { remembered } from '../remembered.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { followLessons } from './following.ts';
import { LessonPanel } from './LessonPanel.tsx';
import { leave, take, useTaking } from './taking.ts';
import './lessons.css';

/** The lesson that is being taken, or the list of all. */
export default function LessonsSheet({ onClose }: { onClose: () => void }) {
  const { taken, trouble } = useTaking();
  useEffect(() => {
    followLessons();
    if (useTaking.getState().taken === null) void takeLinked();
  }, []);
  const close = (): void => {
    if (taken !== null) leave();
    onClose();
  };
  return (
    <Sheet
      title={taken?.entry.title ?? words.title}
      {...(taken !== null && { kicker: words.title })}
      onClose={close}
    >
      {trouble !== null && (
        <p className="lesson-trouble" role="alert">
          {trouble}
        </p>
      )}
      {taken === null ? <LessonList /> : <LessonPanel taken={taken} />}
    </Sheet>
  );
}

/** Takes the lesson that the page's address names. Where there is none of that name, the usual lab opens. */
async function takeLinked(): Promise<void> {
  const { lesson } = readAddress(location.search, location.hash);
  const isTaken = lesson !== undefined && (await take(lesson.id, lesson.step - 1));
  if (!isTaken && useLab.getState().labId === '') await labActions.open({ id: 'orders' });
}

/** In the order of the alphabet. */
const terms = Object.entries(glossary).sort(([a], [b]) => a.localeCompare(b, 'en'));

function LessonList() {
  return (
    <>
      <p className="muted lesson-about">{words.about}</p>
      <ol className="lesson-list" aria-label={words.list}>
        {course.map(({ id, title, summary, minutes }, place) => (
          <li key={id}>
            <button type="button" className="lesson-entry" onClick={() => void take(id)}>
              <span className="lesson-place" aria-hidden="true">
                {place + 1}
              </span>
              <span>
                <strong>{title}</strong>
                <span className="muted lesson-minutes">
                  {' '}
                  {words.minutes(minutes)}
                  {remembered(`lesson.${id}`) !== null && ` · ${words.isDone}`}
                </span>
                <span className="lesson-summary">{summary}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <details className="lesson-glossary">
        <summary>{words.glossary}</summary>
        <dl>
          {terms.map(([term, { english }]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{english}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
