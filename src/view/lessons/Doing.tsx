import { type ReactNode, useEffect, useRef, useState } from 'react';
import { spanOfStep } from '../../lessons/lessonWorld.ts';
import { spanText } from '../../projections/spanText.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { useLostFocus } from './lostFocus.ts';
import { Outcome } from './Outcome.tsx';
import { type OnCommit, QuestionForm } from './QuestionForm.tsx';
import { Paragraphs, Rich } from './Rich.tsx';
import { run, runTask, stepOf, type Taken } from './taking.ts';

const SAID_AFTER_MS = 100;

/** What the learner does in a step: answers, tries, or lets time run. */
export function Doing({ taken, onCommit }: { taken: Taken; onCommit?: OnCommit }) {
  const { question, task, until } = stepOf(taken);
  const told = taken.told.words.steps[stepOf(taken).id]!;
  if (task !== undefined && told.task !== undefined) return <Task taken={taken} told={told.task} />;
  if (question === undefined || told.question === undefined) {
    return until === undefined ? null : <RunOn taken={taken} />;
  }
  const { begin, end } = spanOfStep(taken.told.lesson, taken.step);
  return (
    <>
      {taken.answer === null && taken.begin !== null && (
        <QuestionForm
          key={`${taken.told.lesson.id} ${taken.step}`}
          question={question}
          told={told.question}
          isStill={begin === end || onCommit !== undefined}
          {...(onCommit !== undefined && { onCommit })}
        />
      )}
      <Answered taken={taken}>
        <Outcome taken={taken} question={question} told={told.question} />
      </Answered>
      {taken.answer !== null && taken.right === null && <RunOn taken={taken} />}
    </>
  );
}

/** What becomes of an answer. It is there, and empty, before there is one: so it is read aloud when it comes. */
function Answered({ taken, children }: { taken: Taken; children: ReactNode }) {
  const { answer, right } = taken;
  const box = useLostFocus<HTMLDivElement>(answer !== null);
  useEffect(() => {
    if (right !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [right, box]);
  return (
    <div ref={box} tabIndex={-1} className="lesson-answered" aria-live="polite">
      {answer !== null && right === null && <p className="lesson-text muted">{words.committed}</p>}
      <Deriving taken={taken} />
      {children}
    </div>
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
      {!isOver && (
        <button
          type="button"
          className={taken.isRunning ? 'button' : 'button button-primary'}
          disabled={taken.begin === null}
          onClick={() => void run(taken.isRunning || reducedMotion)}
        >
          {taken.isRunning ? words.arriveNow : words.run(spanText((end - begin) / 1_000))}
        </button>
      )}
      <p className="muted" role="status">
        {taken.isRunning && words.running}
        {isOver && words.arrived(clockLine(startAtMs, end))}
      </p>
    </div>
  );
}

/** A region that came with its text would not be read aloud: the text comes a moment after it. */
function useSaid(isTrue: boolean): boolean {
  const [isSaid, setIsSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSaid(isTrue), isTrue ? SAID_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [isTrue]);
  return isSaid;
}

function Task({
  taken,
  told,
}: {
  taken: Taken;
  told: { ask: string; hint: string; done: string };
}) {
  const playing = useLab((lab) => lab.playing);
  const done = useRef<HTMLDivElement>(null);
  const isSaid = useSaid(taken.isTaskDone);
  useEffect(() => {
    if (isSaid) done.current?.scrollIntoView({ block: 'nearest' });
  }, [isSaid]);
  return (
    <div className="lesson-task">
      <p className="kicker">{words.task}</p>
      <p className="lesson-ask">
        <Rich text={told.ask} report={null} />
      </p>
      <div ref={done} role="status">
        {isSaid && (
          <>
            <p className="lesson-verdict tone-good">{words.taskDone}</p>
            <Paragraphs texts={[told.done]} report={taken.end} />
          </>
        )}
      </div>
      {!isSaid && (
        <p className="lesson-text muted">
          <Rich text={told.hint} report={null} />
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => (playing ? labActions.pause() : runTask(taken))}
      >
        {playing ? words.hold : words.letRun}
      </button>
    </div>
  );
}
