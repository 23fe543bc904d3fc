import { useEffect, useRef } from 'react';
import type { HandoutStep } from '../../../lessons/handout.ts';
import type { Question, StepWords } from '../../../lessons/lesson.ts';
import { WIDE_FROM } from '../../../projections/geometry/measures.ts';
import { stagePicture } from '../../../projections/poster/poster.ts';
import { answerText } from '../../lessons/answerText.ts';
import { Paragraphs, Rich } from '../../lessons/Rich.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { handoutWords as words } from '../../words/handout.ts';
import { QrCode } from '../QrCode.tsx';
import { stepLink } from '../stepLink.ts';
import { votedIds } from '../votedIds.ts';
import type { Printed } from './usePrinted.ts';

/** A step on paper: its picture, its words, and room to answer. */
export function PrintedStep(props: {
  step: HandoutStep;
  /** From 0. */
  place: number;
  printed: Printed;
  notes: readonly string[];
}) {
  const { place, printed, notes } = props;
  const { step, words: told, moment, counted, end } = props.step;
  const { entry, handout } = printed;
  const clock = clockLine(handout.startAtMs, moment.scene.at);
  const isOpen = step.question !== undefined || step.task !== undefined;
  const isBefore = isOpen && step.until !== undefined;
  const link = stepLink(entry.id, place);
  return (
    <section className="handout-step">
      <h2>
        <span className="handout-place">{place + 1}</span> {told.title}
      </h2>
      <figure>
        <Picture
          svg={stagePicture(words.picture(told.title, clock), moment, {
            ...{ theme: 'light', width: WIDE_FROM, height: 100, hasButtons: false },
          })}
          name={`step-${place}`}
        />
        <figcaption>
          <span className="muted">{isBefore ? words.beforeAnswer(clock) : words.at(clock)}</span>
          <a className="handout-link" href={link}>
            {link}
          </a>
        </figcaption>
      </figure>
      <div className="handout-told">
        <div>
          <Paragraphs texts={told.text} report={counted} />
        </div>
        <div className="handout-code">
          <QrCode link={link} />
        </div>
      </div>
      {told.task !== undefined && (
        <div className="handout-box">
          <p className="handout-ask">
            <Rich text={told.task.ask} report={null} />
          </p>
          <Lines count={1} />
        </div>
      )}
      {step.question !== undefined && told.question !== undefined && (
        <PrintedQuestion question={step.question} told={told.question} />
      )}
      {notes.length > 0 && (
        <aside className="handout-notes" aria-label={words.notesFor}>
          <Paragraphs texts={notes} report={end} />
        </aside>
      )}
    </section>
  );
}

/** The picture's own nodes, so that its text can be found and stays sharp on paper. */
function Picture({ svg, name }: { svg: string; name: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Many pictures stand on one page: each has names of its own.
    const named = svg.replaceAll('shardscope-', `${name}-`);
    const read = new DOMParser().parseFromString(named, 'image/svg+xml').documentElement;
    holder.current?.replaceChildren(document.importNode(read, true));
  }, [svg, name]);
  return <div ref={holder} className="handout-picture" />;
}

function PrintedQuestion(props: { question: Question; told: NonNullable<StepWords['question']> }) {
  const { question, told } = props;
  const { kind } = question;
  return (
    <div className="handout-box">
      <p className="handout-ask">
        <Rich text={told.ask} report={null} />
      </p>
      {kind === 'several' && <p className="muted">{words.several}</p>}
      {kind === 'order' && <p className="muted">{words.order}</p>}
      {kind === 'estimate' ? (
        <p>{words.yourNumber(told.unit ?? '')}</p>
      ) : (
        <ul className={kind === 'order' ? 'handout-choices is-order' : 'handout-choices'}>
          {votedIds(question).map((id) => (
            <li key={id}>
              <Rich text={answerText(question, told, id)} report={null} />
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{words.why}</p>
      <Lines count={2} />
    </div>
  );
}

/** Room to write. */
function Lines({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className="handout-line" />
      ))}
    </div>
  );
}
