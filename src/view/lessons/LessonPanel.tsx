import { useEffect, useRef } from 'react';
import { course } from '../../lessons/course.ts';
import { sourceOf } from '../../projections/ruleSources.ts';
import { ruleTexts } from '../../projections/ruleTexts.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { TeachButtons } from '../teaching/TeachButtons.tsx';
import { RuleLine } from '../why/RuleLine.tsx';
import { lessonsWords as words } from '../words/lessons.ts';
import { Doing } from './Doing.tsx';
import { useLostFocus } from './lostFocus.ts';
import { namedCards } from './namedCards.ts';
import { OtherWorld } from './Outcome.tsx';
import type { OnCommit } from './QuestionForm.tsx';
import { Paragraphs } from './Rich.tsx';
import { goToStep, leave, stepOf, type Taken, take } from './taking.ts';

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
  const next = useLostFocus<HTMLButtonElement>(isOver(taken));
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
            ref={next}
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
        {entry !== null && <TeachButtons lesson={entry.id} step={step} />}
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
