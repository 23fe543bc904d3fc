import { useEffect, useState } from 'react';
import { domainTitle } from '../../lessons/practice/exams.ts';
import { StepBody } from '../lessons/LessonPanel.tsx';
import { goToStep, type Taken } from '../lessons/taking.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { practiceWords as words } from '../words/practice.ts';
import { ask, commitTimed, endSession, finish, next, type Session } from './practising.ts';

/** One question, its place among the others, and the way on. */
export function PracticePanel({ session, taken }: { session: Session; taken: Taken }) {
  const { questions, place, mode, isReview, endsAtMs } = session;
  const question = questions[place]!;
  const isTimed = mode === 'timed' && !isReview;
  return (
    <div className="lesson">
      <p className="muted lesson-progress">
        <span>{words.progress(place + 1, questions.length)}</span>
        <progress max={questions.length} value={place + 1} aria-hidden="true" />
        {isTimed && endsAtMs !== null && <Clock endsAtMs={endsAtMs} />}
      </p>
      <StepBody taken={taken} {...(isTimed && { onCommit: commitTimed })} />
      <ul className="practice-tags muted" aria-label={words.exams}>
        {question.exams.map((tag) => (
          <li key={`${tag.exam} ${tag.domain}`}>
            {tag.exam} · {domainTitle(tag)}
          </li>
        ))}
      </ul>
      {isReview ? (
        <button type="button" className="button button-primary" onClick={finish}>
          {words.results}
        </button>
      ) : (
        <Ways session={session} taken={taken} />
      )}
    </div>
  );
}

function Ways({ session, taken }: { session: Session; taken: Taken }) {
  const { place, questions, mode } = session;
  const isLast = place + 1 === questions.length;
  const isAnswered = taken.right !== null;
  const onward = isAnswered ? words.next : words.skip;
  return (
    <div className="lesson-buttons">
      <div className="lesson-ways">
        {!isLast && (
          <button
            type="button"
            className={`button${isAnswered ? ' button-primary' : ''}`}
            onClick={() => void next()}
          >
            {onward}
          </button>
        )}
        {mode === 'timed' ? (
          <button type="button" className="button" onClick={finish}>
            {words.finish}
          </button>
        ) : (
          <button type="button" className="button" onClick={endSession}>
            {words.end}
          </button>
        )}
      </div>
      {mode === 'practice' && (
        <div className="lesson-ways">
          <button
            type="button"
            className="link"
            onClick={() => void (isAnswered ? ask(place) : goToStep(taken.step))}
          >
            {words.again}
          </button>
          <CopyButton name={words.link} text={() => location.href} />
        </div>
      )}
    </div>
  );
}

const SECOND_MS = 1_000;

/** What is left of the time; when it is over, so are the questions. */
function Clock({ endsAtMs }: { endsAtMs: number }) {
  const [leftMs, setLeft] = useState(endsAtMs - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(endsAtMs - Date.now());
      if (Date.now() >= endsAtMs) finish();
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [endsAtMs]);
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className="mono" role="timer">
      {words.left(text)}
    </span>
  );
}
