import { type FormEvent, useId, useState } from 'react';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { type Confidence, lessonsWords as words } from '../words/lessons.ts';
import { Rich } from './Rich.tsx';
import { commit } from './taking.ts';

/** A question: an answer and how sure one is of it; then the world runs. */
export function QuestionForm(props: {
  question: Question;
  told: NonNullable<StepWords['question']>;
  /** No time passes in this step. */
  isStill: boolean;
}) {
  const { question, told } = props;
  const reducedMotion = useReducedMotion();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [number, setNumber] = useState('');
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const estimate = number.trim() === '' ? Number.NaN : Number(number);
    const isEstimate = question.kind === 'estimate';
    if (isEstimate && !(estimate >= 0)) setMissing(words.numberFirst);
    else if (!isEstimate && chosen.length === 0) setMissing(words.chooseFirst);
    else if (confidence === null) setMissing(words.sureFirst);
    else commit(isEstimate ? { estimate } : { chosen }, confidence, reducedMotion);
  };
  return (
    <form className="lesson-question" onSubmit={onSubmit} aria-label={words.question}>
      <p className="kicker">{words.question}</p>
      {question.kind === 'estimate' ? (
        <label className="lesson-estimate">
          <span className="lesson-ask">
            <Rich text={told.ask} report={null} />
          </span>
          <span className="lesson-number">
            <input
              inputMode="decimal"
              value={number}
              aria-label={words.estimate(told.unit ?? '')}
              onChange={(event) => setNumber(event.target.value)}
            />
            <span className="muted">{told.unit}</span>
          </span>
        </label>
      ) : (
        <Choices question={question} told={told} chosen={chosen} onChoose={setChosen} />
      )}
      <Sure confidence={confidence} onChoose={setConfidence} />
      <p className="lesson-missing" role="alert">
        {missing}
      </p>
      <button type="submit" className="button button-primary">
        {props.isStill ? words.commitNow : words.commit}
      </button>
    </form>
  );
}

function Choices(props: {
  question: Extract<Question, { choices: unknown }>;
  told: NonNullable<StepWords['question']>;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}) {
  const { question, told, chosen, onChoose } = props;
  const name = useId();
  const isOne = question.kind === 'one';
  const choose = (id: string): void => {
    if (isOne) onChoose([id]);
    else onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <fieldset className="lesson-choices">
      <legend className="lesson-ask">
        <Rich text={told.ask} report={null} />
        {!isOne && <span className="muted"> {words.severalHint}</span>}
      </legend>
      {question.choices.map(({ id }) => (
        <label key={id} className="lesson-choice">
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(id)}
            onChange={() => choose(id)}
          />
          <span>
            <Rich text={told.choices?.[id] ?? ''} report={null} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Sure(props: {
  confidence: Confidence | null;
  onChoose: (confidence: Confidence) => void;
}) {
  const name = useId();
  return (
    <fieldset className="lesson-sure">
      <legend>{words.confidence}</legend>
      {(Object.keys(words.confidences) as Confidence[]).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={props.confidence === one}
            onChange={() => props.onChoose(one)}
          />
          {words.confidences[one]}
        </label>
      ))}
    </fieldset>
  );
}
