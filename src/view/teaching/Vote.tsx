import type { Answer, Derived } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { answerText } from '../lessons/answerText.ts';
import { Rich } from '../lessons/Rich.tsx';
import type { Taken } from '../lessons/taking.ts';
import { clockLine } from '../parts/clockText.ts';
import { lessonsWords } from '../words/lessons.ts';
import { teachingWords as words } from '../words/teaching.ts';
import { Called } from './Called.tsx';
import { barOf, countOf, type Hands, handsInAll, withCount, withHand } from './hands.ts';
import { count } from './presenting.ts';
import { votedIds } from './votedIds.ts';

export interface VoteProps {
  taken: Taken;
  question: Question;
  told: NonNullable<StepWords['question']>;
  hands: Hands;
  isRevealed: boolean;
}

/** A question to a class: its answers, the hands for each, and once it is revealed what the engine did. */
export function Vote(props: VoteProps) {
  const { question, told } = props;
  return (
    <div className="vote">
      <p className="vote-ask">
        <Rich text={told.ask} report={null} />
      </p>
      {question.kind === 'several' && <p className="muted vote-how">{words.several}</p>}
      {question.kind === 'order' && <p className="muted vote-how">{words.first}</p>}
      {question.kind === 'estimate' ? (
        <Called {...props} question={question} />
      ) : (
        <Answers {...props} />
      )}
    </div>
  );
}

function Answers({ taken, question, told, hands, isRevealed }: VoteProps) {
  const right = isRevealed ? taken.right : null;
  const ids = right !== null && 'order' in right ? right.order : votedIds(question);
  return (
    <ol className="vote-answers" aria-label={words.question}>
      {ids.map((id, place) => {
        const text = answerText(question, told, id);
        const isRight = right !== null && isVotedRight(right, id);
        return (
          <li key={id} className={isRight ? 'vote-answer is-right' : 'vote-answer'}>
            <span className="vote-place" aria-hidden="true">
              {isRight && question.kind !== 'order' ? '✓' : place + 1}
            </span>
            <span className="vote-text">
              <Rich text={text} report={null} />
              <Note
                taken={taken}
                question={question}
                id={id}
                isRight={isRight}
                shown={isRevealed}
              />
              {isRevealed && handsInAll(hands) > 0 && (
                <progress
                  className="vote-bar"
                  max={1}
                  value={barOf(hands, id)}
                  aria-label={words.raised(countOf(hands, id))}
                />
              )}
            </span>
            <Counter answer={text} id={id} hands={hands} />
          </li>
        );
      })}
    </ol>
  );
}

/** Among the right answers; in an order, the event that happens first. */
const isVotedRight = (right: Answer, id: string): boolean =>
  'order' in right ? right.order[0] === id : 'chosen' in right && right.chosen.includes(id);

/** What came of an answer. */
function Note(props: {
  taken: Taken;
  question: Question;
  id: string;
  isRight: boolean;
  shown: boolean;
}) {
  const { taken, question, id, isRight, shown } = props;
  const startAtMs = useLab((lab) => lab.startAtMs);
  const text = shown ? noteOf(question, id, isRight, taken.derived, startAtMs) : null;
  return text === null ? null : <em className="lesson-note">{text}</em>;
}

function noteOf(
  question: Question,
  id: string,
  isRight: boolean,
  derived: Derived | null,
  startAtMs: number,
): string | null {
  const refused = derived?.refused[id];
  if (refused !== undefined) return lessonsWords.isRefused(refused);
  const at = derived?.instants[id];
  if (question.kind === 'order')
    return at === undefined ? null : lessonsWords.first(clockLine(startAtMs, at));
  if (!isRight) return null;
  if (question.kind === 'setting') return lessonsWords.reached;
  return question.kind === 'broken' ? lessonsWords.mended : lessonsWords.happened;
}

/** Hands for one answer: counted one by one, or typed. */
function Counter({ answer, id, hands }: { answer: string; id: string; hands: Hands }) {
  return (
    <span className="vote-counter">
      <button
        type="button"
        className="button"
        aria-label={words.fewer(answer)}
        onClick={() => count((now) => withHand(now, id, -1))}
      >
        −
      </button>
      <input
        inputMode="numeric"
        aria-label={words.hands(answer)}
        value={String(countOf(hands, id))}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => count((now) => withCount(now, id, Number(target.value)))}
      />
      <button
        type="button"
        className="button"
        aria-label={words.more(answer)}
        onClick={() => count((now) => withHand(now, id, 1))}
      >
        +
      </button>
    </span>
  );
}
