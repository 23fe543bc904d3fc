import { useEffect, useRef } from 'react';
import { course } from '../../lessons/course.ts';
import { spanOfStep } from '../../lessons/lessonWorld.ts';
import { sourceOf } from '../../projections/ruleSources.ts';
import { ruleTexts } from '../../projections/ruleTexts.ts';
import { spanText } from '../../projections/spanText.ts';
import { labActions, useLab } from '../../runtime/useLab.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { clockLine } from '../parts/clockText.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { TeachButton } from '../teaching/TeachButton.tsx';
import { RuleLine } from '../why/RuleLine.tsx';
import { lessonsWords as words } from '../words/lessons.ts';
import { namedCards } from './namedCards.ts';
import { OtherWorld, Outcome } from './Outcome.tsx';
import { type OnCommit, QuestionForm } from './QuestionForm.tsx';
import { Paragraphs, Rich } from './Rich.tsx';
import { goToStep, leave, run, runTask, stepOf, type Taken, take } from './taking.ts';

/** One step of a lesson: what it says, what there is to do, and the way on. */
export function LessonPanel({ taken }: { taken: Taken }) {
  const { told, step } = taken;
  const { steps } = told.lesson;
  return (
    <div className="lesson">
      <p className="muted lesson-progress">
        <span>{words.step(step + 1, steps.length)}</span>
        <progress max={steps.length} value={step + 1} aria-hidden="true" />
      </p>
      <StepBody taken={taken} />
      <StepButtons taken={taken} />
    </div>
  );
}

/**
 * A step without the ways to others.
 * @param onCommit takes the answer; absent: time goes on, and the engine says what was right.
 */
export function StepBody({ taken, onCommit }: { taken: Taken; onCommit?: OnCommit }) {
  const { told, step: place, world } = taken;
  const step = stepOf(taken);
  const stepWords = told.words.steps[step.id]!;
  const heading = useRef<HTMLHeadingElement>(null);
  const page = `${told.lesson.id} ${place}`;
  useEffect(() => {
    if (page === '') return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.sheet-body')?.scrollTo(0, 0);
  }, [page]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="lesson-title">
        {stepWords.title}
      </h3>
      <Paragraphs texts={stepWords.text} report={taken.end} />
      <LookAt taken={taken} />
      {step.question !== undefined && stepWords.question !== undefined && world !== null ? (
        <OtherWorld taken={taken} question={step.question} told={stepWords.question} />
      ) : (
        <Doing taken={taken} {...(onCommit !== undefined && { onCommit })} />
      )}
      <Rules taken={taken} />
    </>
  );
}

/** What the learner does in a step: answers, tries, or lets time run. */
function Doing({ taken, onCommit }: { taken: Taken; onCommit?: OnCommit }) {
  const { question, task, until } = stepOf(taken);
  const told = taken.told.words.steps[stepOf(taken).id]!;
  if (task !== undefined && told.task !== undefined) return <Task taken={taken} told={told.task} />;
  if (question === undefined || told.question === undefined) {
    return until === undefined ? null : <RunOn taken={taken} />;
  }
  const { begin, end } = spanOfStep(taken.told.lesson, taken.step);
  return (
    <>
      {taken.answer === null ? (
        taken.begin !== null && (
          <QuestionForm
            key={`${taken.told.lesson.id} ${taken.step}`}
            question={question}
            told={told.question}
            isStill={begin === end || onCommit !== undefined}
            {...(onCommit !== undefined && { onCommit })}
          />
        )
      ) : (
        <div aria-live="polite">
          {taken.right === null && <p className="lesson-text muted">{words.committed}</p>}
          <Deriving taken={taken} />
          <Outcome taken={taken} question={question} told={told.question} />
        </div>
      )}
      {taken.answer !== null && taken.right === null && <RunOn taken={taken} />}
    </>
  );
}

/** While the worlds of a question are run beside the one on the stage. */
function Deriving({ taken: { deriving, right } }: { taken: Taken }) {
  if (deriving === null || right !== null) return null;
  return (
    <p className="lesson-deriving">
      <label>
        <span className="muted">{words.deriving}</span>
        <progress max={1} value={deriving} />
      </label>
    </p>
  );
}

/** Lets time run to the end of the step. */
function RunOn({ taken }: { taken: Taken }) {
  const reducedMotion = useReducedMotion();
  const startAtMs = useLab((lab) => lab.startAtMs);
  const { begin, end } = spanOfStep(taken.told.lesson, taken.step);
  const isOver = taken.end !== null;
  return (
    <div className="lesson-run">
      {!isOver && !taken.isRunning && (
        <button
          type="button"
          className="button button-primary"
          disabled={taken.begin === null}
          onClick={() => void run(reducedMotion)}
        >
          {words.run(spanText((end - begin) / 1_000))}
        </button>
      )}
      {taken.isRunning && (
        <button type="button" className="button" onClick={() => void run(true)}>
          {words.arriveNow}
        </button>
      )}
      <p className="muted" role="status">
        {taken.isRunning && words.running}
        {isOver && words.arrived(clockLine(startAtMs, end))}
      </p>
    </div>
  );
}

function Task({
  taken,
  told,
}: {
  taken: Taken;
  told: { ask: string; hint: string; done: string };
}) {
  const playing = useLab((lab) => lab.playing);
  return (
    <div className="lesson-task">
      <p className="kicker">{words.task}</p>
      <p className="lesson-ask">
        <Rich text={told.ask} report={null} />
      </p>
      <p className="lesson-text muted">
        <Rich text={told.hint} report={null} />
      </p>
      <button
        type="button"
        className="button"
        onClick={() => (playing ? labActions.pause() : runTask(taken))}
      >
        {playing ? words.hold : words.letRun}
      </button>
      <div role="status">
        {taken.isTaskDone && (
          <>
            <p className="lesson-verdict tone-good">{words.taskDone}</p>
            <Paragraphs texts={[told.done]} report={taken.end} />
          </>
        )}
      </div>
    </div>
  );
}

/** The cards that are pointed at, by name, for whoever does not see the ring around them. */
function LookAt({ taken }: { taken: Taken }) {
  const cards = useLab((lab) => lab.scene?.cards);
  const found = namedCards(cards ?? [], stepOf(taken).lookAt ?? []);
  if (found.length === 0) return null;
  return (
    <p className="lesson-look">
      <span className="muted">{words.lookAt}</span>{' '}
      {found.map(({ id, type, title }) => (
        <button key={id} type="button" className="link" onClick={() => goToCard(id)}>
          {words.cards[type]} {title}
        </button>
      ))}
    </p>
  );
}

function goToCard(id: string): void {
  const title = document.getElementById(`card-${id}`);
  title?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  title?.querySelector('button')?.focus();
}

function Rules({ taken }: { taken: Taken }) {
  const { rules = [], question } = stepOf(taken);
  // They would give the answer away.
  if (rules.length === 0 || (question !== undefined && taken.right === null)) return null;
  return (
    <section className="lesson-rules" aria-label={words.rules}>
      <h4 className="kicker">{words.rules}</h4>
      <ul>
        {ruleTexts(...rules).map((rule, i) => (
          <li key={rule.id} className="muted">
            <RuleLine rule={rule} source={sourceOf(rules[i]!)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepButtons({ taken }: { taken: Taken }) {
  const { step, told, entry } = taken;
  const isLast = step === told.lesson.steps.length - 1;
  const following = entry === null ? undefined : course[course.indexOf(entry) + 1];
  return (
    <div className="lesson-buttons">
      <div className="lesson-ways">
        <button
          type="button"
          className="button"
          disabled={step === 0}
          onClick={() => void goToStep(step - 1)}
        >
          {words.previous}
        </button>
        {!isLast && (
          <button
            type="button"
            className={`button${isOver(taken) ? ' button-primary' : ''}`}
            onClick={() => void goToStep(step + 1)}
          >
            {words.next}
          </button>
        )}
        {isLast && following !== undefined && (
          <button
            type="button"
            className="button button-primary"
            onClick={() => void take(following.id)}
          >
            {words.nextLesson(following.title)}
          </button>
        )}
        {isLast && (
          <button type="button" className="button" onClick={leave}>
            {words.all}
          </button>
        )}
      </div>
      <div className="lesson-ways">
        <button type="button" className="link" onClick={() => void goToStep(step)}>
          {words.again}
        </button>
        <CopyButton name={words.link} text={() => location.href} />
        {entry !== null && <TeachButton lesson={entry.id} step={step} />}
      </div>
    </div>
  );
}

/** Nothing is left to be done in the step. */
function isOver(taken: Taken): boolean {
  const { task, question } = stepOf(taken);
  if (task !== undefined) return taken.isTaskDone;
  return question === undefined ? taken.end !== null : taken.right !== null;
}
