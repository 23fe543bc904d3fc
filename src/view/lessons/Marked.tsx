import type { Answer, Derived } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { answerText } from './answerText.ts';
import { choicesOf } from './fields/ChoiceFields.tsx';
import { Rich } from './Rich.tsx';

interface MarkedProps {
  question: Question;
  told: NonNullable<StepWords['question']>;
  answer: Answer;
  right: Answer;
  derived: Derived | null;
}

/** All answers there were to a question, with what each came to. */
export function Marked(props: MarkedProps) {
  if ('estimate' in props.right) return <Counted {...props} />;
  return props.question.kind === 'order' ? <Ordered {...props} /> : <Chosen {...props} />;
}

function Counted({ answer, right }: MarkedProps) {
  if (!('estimate' in right) || !('estimate' in answer)) return null;
  return (
    <p className="lesson-text">
      {words.counted(right.estimate)} {words.yourEstimate(answer.estimate)}
    </p>
  );
}

function Chosen({ question, told, answer, right, derived }: MarkedProps) {
  const has = (of: Answer, id: string): boolean => 'chosen' in of && of.chosen.includes(id);
  const happened =
    question.kind === 'setting'
      ? words.reached
      : question.kind === 'broken'
        ? words.mended
        : words.happened;
  const typed = 'chosen' in answer ? answer.chosen : [];
  const ids = [...new Set([...choicesOf(question), ...typed])];
  return (
    <ul className="lesson-marked">
      {ids.map((id) => (
        <li key={id} className={has(right, id) ? 'is-right' : undefined}>
          <span aria-hidden="true">{has(right, id) ? '✓' : '·'}</span>
          <span>
            <Rich text={answerText(question, told, id)} report={null} />
            {has(right, id) && <em className="lesson-note tone-good">{happened}</em>}
            {derived?.refused[id] !== undefined && (
              <em className="lesson-note">{words.isRefused(derived.refused[id])}</em>
            )}
            {has(answer, id) && <em className="lesson-note">{words.yours}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Events in their right order, with the instant of each and the place that it was given. */
function Ordered({ question, told, answer, right, derived }: MarkedProps) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  if (!('order' in right) || !('order' in answer)) return null;
  return (
    <ol className="lesson-marked">
      {right.order.map((id, place) => {
        const given = answer.order.indexOf(id);
        const at = derived?.instants[id];
        return (
          <li key={id} className={given === place ? 'is-right' : undefined}>
            <span aria-hidden="true">{place + 1}</span>
            <span>
              <Rich text={answerText(question, told, id)} report={null} />
              {at !== undefined && (
                <em className="lesson-note">{words.first(clockLine(startAtMs, at))}</em>
              )}
              {given !== place && (
                <em className="lesson-note tone-bad">{words.yourPlace(given + 1)}</em>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
