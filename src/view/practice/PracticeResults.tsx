import { useEffect, useRef } from 'react';
import { practiceWords as words } from '../words/practice.ts';
import { endSession, type Given, review, type Session } from './practising.ts';

/** How a session against the clock went, question by question. */
export function PracticeResults({ session }: { session: Session }) {
  const { questions, given, endsAtMs } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const right = given.filter((one) => one?.right === true).length;
  const isJudging = given.some((one) => one?.right === null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="lesson-title">
        {words.results}
      </h3>
      <p className="practice-score" role="status">
        {isJudging ? words.judging : words.score(right, questions.length)}
        {endsAtMs !== null && Date.now() >= endsAtMs && ` ${words.timeUp}`}
      </p>
      <ol className="practice-results">
        {questions.map(({ id, words: { title } }, place) => (
          <li key={id}>
            <span className={`practice-result is-${resultOf(given[place]!)}`}>
              {words.resultOf[resultOf(given[place]!)]}
            </span>
            <button type="button" className="link" onClick={() => void review(place)}>
              {words.seeWhy(title)}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="button button-primary" onClick={endSession}>
        {words.end}
      </button>
    </>
  );
}

function resultOf(given: Given | null): keyof typeof words.resultOf {
  if (given === null) return 'unanswered';
  if (given.right === null) return 'judging';
  return given.right ? 'right' : 'wrong';
}
