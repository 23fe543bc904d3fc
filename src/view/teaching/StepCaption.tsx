import { useEffect, useRef } from 'react';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { otherWorlds } from '../../lessons/otherWorlds.ts';
import { OtherWorld, worldText } from '../lessons/Outcome.tsx';
import { Paragraphs, Rich } from '../lessons/Rich.tsx';
import { seeWorld, stepOf, type Taken } from '../lessons/taking.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { lessonsWords } from '../words/lessons.ts';
import { NO_HANDS } from './hands.ts';
import { usePresenting } from './presenting.ts';
import { Vote } from './Vote.tsx';

/** What the class reads below the stage: the step's words, and its question beside them. */
export function StepCaption({ taken }: { taken: Taken }) {
  const { isRevealed, hands } = usePresenting();
  const step = stepOf(taken);
  const told = taken.told.words.steps[step.id]!;
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.id === '') return;
    heading.current?.focus({ preventScroll: true });
    body.current?.scrollTo(0, 0);
  }, [step.id]);
  const { question, task } = step;
  const asked = told.question;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className="present-caption" ref={body} tabIndex={0}>
      <div className="present-words">
        <h1 ref={heading} tabIndex={-1} className="present-title">
          {told.title}
        </h1>
        {question !== undefined && asked !== undefined && isRevealed ? (
          <Revealed taken={taken} question={question} told={asked} />
        ) : (
          <Paragraphs texts={told.text} report={taken.end} />
        )}
        {task !== undefined && told.task !== undefined && (
          <div role="status">
            {taken.isTaskDone ? (
              <Paragraphs texts={[told.task.done]} report={taken.end} />
            ) : (
              <p className="vote-ask">
                <Rich text={told.task.ask} report={null} />
              </p>
            )}
          </div>
        )}
      </div>
      {question !== undefined && asked !== undefined && (
        <Vote
          key={step.id}
          taken={taken}
          question={question}
          told={asked}
          hands={hands[step.id] ?? NO_HANDS}
          isRevealed={isRevealed}
        />
      )}
    </div>
  );
}

interface RevealedProps {
  taken: Taken;
  question: Question;
  told: NonNullable<StepWords['question']>;
}

/** Why it is so, and the worlds in which it would be otherwise. */
function Revealed(props: RevealedProps) {
  const { taken, question, told } = props;
  const reducedMotion = useReducedMotion();
  if (taken.world !== null) return <OtherWorld {...props} />;
  const playable = otherWorlds(question).filter(
    ({ id }) => taken.derived?.refused[id] === undefined,
  );
  return (
    <div aria-live="polite">
      {taken.right === null ? (
        <p className="lesson-text muted">{lessonsWords.deriving}</p>
      ) : (
        <Paragraphs texts={told.after} report={taken.end} />
      )}
      {taken.right !== null && playable.length > 0 && (
        <ul className="present-worlds">
          {playable.map(({ id }) => (
            <li key={id}>
              <button
                type="button"
                className="link"
                onClick={() => void seeWorld(id, reducedMotion)}
              >
                <Rich text={worldText(question, told, id)} report={null} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
