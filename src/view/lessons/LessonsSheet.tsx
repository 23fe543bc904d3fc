import { lazy, Suspense, useEffect } from 'react';
import { course } from '../../lessons/course.ts';
import { glossary } from '../../lessons/glossary.ts';
import { spokenLocale } from '../../projections/words/language.ts';
import { readAddress, type WrittenWish } from '../../runtime/page/address.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { remembered } from '../remembered.ts';
import { ForTeachers } from '../teaching/ForTeachers.tsx';
import { authoringWords } from '../words/authoring.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { practiceWords } from '../words/practice.ts';
import { followLessons } from './following.ts';
import { LessonPanel } from './LessonPanel.tsx';
import { leave, take, useTaking } from './taking.ts';
import './lessons.css';

const AuthoringBody = lazy(() => import('../authoring/AuthoringBody.tsx'));
const OwnBar = lazy(() => import('../authoring/OwnBar.tsx'));
const PracticeBody = lazy(() => import('../practice/PracticeBody.tsx'));

/** The lesson that is being taken, or the list of all; or the exam practice. */
export default function LessonsSheet({ onClose }: { onClose: () => void }) {
  const { taken, trouble, isPractice, own } = useTaking();
  const isLesson = taken !== null && (taken.entry !== null || own !== null);
  const isWriting = taken === null && own === 'edited';
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
      title={taken?.title ?? listTitle(isPractice, isWriting)}
      wide={isWriting}
      {...(isLesson && { kicker: words.title })}
      onClose={close}
    >
      {trouble !== null && (
        <p className="lesson-trouble" role="alert">
          {trouble}
        </p>
      )}
      {isLesson ? (
        <>
          <Suspense fallback={null}>{own !== null && <OwnBar />}</Suspense>
          <LessonPanel taken={taken} />
        </>
      ) : isWriting ? (
        <Suspense fallback={<p className="muted">{authoringWords.loading}</p>}>
          <AuthoringBody />
        </Suspense>
      ) : isPractice ? (
        <Suspense fallback={<p className="muted">{practiceWords.loading}</p>}>
          <PracticeBody />
        </Suspense>
      ) : (
        <LessonList />
      )}
    </Sheet>
  );
}

function listTitle(isPractice: boolean, isWriting: boolean): string {
  if (isWriting) return authoringWords.title;
  return isPractice ? practiceWords.title : words.title;
}

/** Takes the lesson that the page's address names. Where there is none of that name, the usual lab opens. */
async function takeLinked(): Promise<void> {
  const { lesson, practice, written } = readAddress(location.search, location.hash);
  if (written !== undefined) return takeFromLink(written);
  if (practice !== undefined) return useTaking.setState({ isPractice: true });
  const isTaken = lesson !== undefined && (await take(lesson.id, lesson.step - 1));
  if (!isTaken && useLab.getState().labId === '') await labActions.open({ id: 'orders' });
}

async function takeFromLink({ link, step }: WrittenWish): Promise<void> {
  const { takeWritten } = await import('../authoring/written.ts');
  if (!(await takeWritten(link, step - 1)) && useLab.getState().labId === '')
    await labActions.open({ id: 'orders' });
}

/** In the order of the alphabet. */
const terms = Object.entries(glossary)
  .map(([english, { term = english, means }]) => [term, { means }] as const)
  .sort(([a], [b]) => a.localeCompare(b, spokenLocale()));

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
      <button
        type="button"
        className="lesson-entry lesson-practice"
        onClick={() => useTaking.setState({ isPractice: true })}
      >
        <span>
          <strong>{practiceWords.enter}</strong>
          <span className="lesson-summary">{practiceWords.enterSummary}</span>
        </span>
      </button>
      <button
        type="button"
        className="lesson-entry lesson-practice"
        onClick={() => useTaking.setState({ own: 'edited' })}
      >
        <span>
          <strong>{authoringWords.enter}</strong>
          <span className="lesson-summary">{authoringWords.enterSummary}</span>
        </span>
      </button>
      <ForTeachers />
      <details className="lesson-glossary">
        <summary>{words.glossary}</summary>
        <dl>
          {terms.map(([term, { means }]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
