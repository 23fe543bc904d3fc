import type { HandoutStep } from '../../../lessons/handout.ts';
import { answerText } from '../../lessons/answerText.ts';
import { Paragraphs, Rich } from '../../lessons/Rich.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { handoutWords as words } from '../../words/handout.ts';
import { lessonsWords } from '../../words/lessons.ts';
import type { Printed } from './usePrinted.ts';

/** What the engine derived, on pages of its own. */
export function PrintedAnswers({ printed }: { printed: Printed }) {
  const { entry, handout } = printed;
  return (
    <section className="handout-answers" aria-labelledby="handout-answers">
      <p className="kicker">{entry.title}</p>
      <h2 id="handout-answers">{words.answers}</h2>
      <p className="muted">{words.derived}</p>
      {handout.steps.map((step, place) => {
        const { question, task } = step.words;
        if (question === undefined && task === undefined) return null;
        return (
          <div key={step.step.id} className="handout-answer">
            <h3>
              <span className="handout-place">{place + 1}</span> {step.words.title}
            </h3>
            {task !== undefined && (
              <>
                <p className="muted">{words.done}</p>
                <Paragraphs texts={[task.done]} report={step.end} />
              </>
            )}
            {question !== undefined && (
              <>
                <p>
                  <Rich text={question.ask} report={null} />
                </p>
                <Right step={step} startAtMs={handout.startAtMs} />
                <Paragraphs texts={question.after} report={step.end} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Right({ step, startAtMs }: { step: HandoutStep; startAtMs: number }) {
  const { derived } = step;
  const { question } = step.step;
  const told = step.words.question;
  if (derived === null || question === undefined || told === undefined) return null;
  const { right, instants } = derived;
  if ('estimate' in right) {
    return <p className="handout-right">{lessonsWords.counted(right.estimate, told.unit)}</p>;
  }
  const ids = 'order' in right ? right.order : right.chosen;
  return (
    <ol className={'order' in right ? 'handout-right is-order' : 'handout-right'}>
      {ids.map((id) => (
        <li key={id}>
          <Rich text={answerText(question, told, id)} report={null} />
          {instants[id] !== undefined && (
            <span className="muted"> {lessonsWords.first(clockLine(startAtMs, instants[id]))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
