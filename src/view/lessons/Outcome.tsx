import { isRight } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { otherWorlds } from '../../lessons/otherWorlds.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { answerText } from './answerText.ts';
import { useLostFocus } from './lostFocus.ts';
import { Marked } from './Marked.tsx';
import { Paragraphs, Rich } from './Rich.tsx';
import { seeWorld, type Taken } from './taking.ts';

interface OutcomeProps {
  taken: Taken;
  question: Question;
  told: NonNullable<StepWords['question']>;
}

/** What was right, with the world behind it, and the worlds of the wrong answers. */
export function Outcome({ taken, question, told }: OutcomeProps) {
  const { right, answer, end, derived } = taken;
  if (right === null || answer === null) return null;
  const good = isRight(question, answer, right);
  return (
    <div className="lesson-outcome">
      <p className={`lesson-verdict tone-${good ? 'good' : 'bad'}`}>{verdict(taken, good)}</p>
      <Marked question={question} told={told} answer={answer} right={right} derived={derived} />
      <Paragraphs texts={told.after} report={end} />
      <Worlds taken={taken} question={question} told={told} />
    </div>
  );
}

function verdict({ confidence }: Taken, good: boolean): string {
  if (good) return confidence === 'guess' ? words.lucky : words.right;
  return confidence === 'certain' ? words.surprise : words.wrong;
}

function Worlds({ taken: { answer, derived }, question, told }: OutcomeProps) {
  const reducedMotion = useReducedMotion();
  const ids = otherWorlds(question).map(({ id }) => id);
  const typed = question.kind === 'setting' && answer !== null && 'chosen' in answer;
  const playable = [...new Set([...ids, ...(typed ? answer.chosen : [])])].filter(
    (id) => derived?.refused[id] === undefined,
  );
  if (playable.length === 0) return null;
  const isAnswers = question.kind === 'one' || question.kind === 'several';
  return (
    <>
      <h4 className="kicker">{isAnswers ? words.worlds : words.eachWorld}</h4>
      <ul className="lesson-worlds">
        {playable.map((id) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => void seeWorld(id, reducedMotion)}>
              <Rich text={worldText(question, told, id)} report={null} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How the way into a world is called: by its answer, or by what is different in it. */
export function worldText(question: Question, told: OutcomeProps['told'], id: string): string {
  if (question.kind === 'order' || question.kind === 'broken')
    return told.worlds?.[id] ?? answerText(question, told, id);
  return words.seeWorld(answerText(question, told, id));
}

/** Stands in the place of the question while another world is shown. */
export function OtherWorld({ taken, question, told }: OutcomeProps) {
  const { world } = taken;
  const box = useLostFocus<HTMLDivElement>(world !== null);
  if (world === null) return null;
  const text = told.worlds?.[world] ?? words.valueWorld(answerText(question, told, world));
  return (
    <div ref={box} tabIndex={-1} className="lesson-other" role="status">
      <p className="kicker">{words.otherWorld}</p>
      <p className="lesson-text">
        <Rich text={text} report={null} />
      </p>
      {(question.kind === 'one' || question.kind === 'several') && (
        <p className="lesson-text">{words.thereRight(answerText(question, told, world))}</p>
      )}
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
