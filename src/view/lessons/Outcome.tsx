import { isRight } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { Paragraphs, Rich } from './Rich.tsx';
import { seeWorld, type Taken } from './taking.ts';

interface OutcomeProps {
  taken: Taken;
  question: Question;
  told: NonNullable<StepWords['question']>;
}

/** What was right, with the world behind it, and the worlds of the wrong answers. */
export function Outcome({ taken, question, told }: OutcomeProps) {
  const { right, answer, end } = taken;
  if (right === null || answer === null) return null;
  const good = isRight(question, answer, right);
  return (
    <div className="lesson-outcome">
      <p className={`lesson-verdict tone-${good ? 'good' : 'bad'}`}>{verdict(taken, good)}</p>
      {'estimate' in right && 'estimate' in answer ? (
        <p className="lesson-text">
          {words.counted(right.estimate, told.unit ?? '')} {words.yourEstimate(answer.estimate)}
        </p>
      ) : (
        <Marked taken={taken} question={question} told={told} />
      )}
      <Paragraphs texts={told.after} report={end} />
      <Worlds question={question} told={told} />
    </div>
  );
}

function verdict({ confidence }: Taken, good: boolean): string {
  if (good) return confidence === 'guess' ? words.lucky : words.right;
  return confidence === 'certain' ? words.surprise : words.wrong;
}

function Marked({ taken: { right, answer }, question, told }: OutcomeProps) {
  if (question.kind === 'estimate') return null;
  const has = (of: Taken['answer'], id: string): boolean =>
    of !== null && 'chosen' in of && of.chosen.includes(id);
  return (
    <ul className="lesson-marked">
      {question.choices.map(({ id }) => (
        <li key={id} className={has(right, id) ? 'is-right' : undefined}>
          <span aria-hidden="true">{has(right, id) ? '✓' : '·'}</span>
          <span>
            <Rich text={told.choices?.[id] ?? ''} report={null} />
            {has(right, id) && <em className="lesson-note tone-good">{words.happened}</em>}
            {has(answer, id) && <em className="lesson-note">{words.yours}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Worlds({ question, told }: { question: Question; told: OutcomeProps['told'] }) {
  const reducedMotion = useReducedMotion();
  if (question.kind === 'estimate') return null;
  const playable = question.choices.filter(({ world }) => world !== undefined);
  if (playable.length === 0) return null;
  return (
    <>
      <h4 className="kicker">{words.worlds}</h4>
      <ul className="lesson-worlds">
        {playable.map(({ id }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => void seeWorld(id, reducedMotion)}>
              {words.seeWorld(told.choices?.[id] ?? '')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Stands in the place of the question while the world of a wrong answer is shown. */
export function OtherWorld({ taken, told }: { taken: Taken; told: OutcomeProps['told'] }) {
  const { world } = taken;
  if (world === null) return null;
  return (
    <div className="lesson-other" role="status">
      <p className="kicker">{words.otherWorld}</p>
      <p className="lesson-text">
        <Rich text={told.worlds?.[world] ?? ''} report={null} />
      </p>
      <p className="lesson-text">{words.thereRight(told.choices?.[world] ?? '')}</p>
      <button
        type="button"
        className="button button-primary"
        onClick={() => void seeWorld(null, true)}
      >
        {words.returnHere}
      </button>
    </div>
  );
}
