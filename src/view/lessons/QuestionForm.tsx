import { type FormEvent, useId, useState } from 'react';
import type { Answer } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import type { Confidence } from '../../lessons/practice/attempt.ts';
import { useReducedMotion } from '../parts/useMedia.ts';
import { lessonsWords as words } from '../words/lessons.ts';
import { ChoiceFields } from './fields/ChoiceFields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { OrderFields } from './fields/OrderFields.tsx';
import { commit } from './taking.ts';

/** Takes an answer, how sure somebody is of it, and whether motion is unwanted. */
export type OnCommit = (answer: Answer, confidence: Confidence, atOnce: boolean) => void;

/** What has been put into the form so far. */
interface Draft {
  chosen: readonly string[];
  order: readonly string[];
  number: string;
}

/** A question: an answer and how sure one is of it; then the world runs. */
export function QuestionForm(props: {
  question: Question;
  told: NonNullable<StepWords['question']>;
  /** No time passes in this step. */
  isStill: boolean;
  /** Takes the answer; absent: time goes on, and the engine says what was right. */
  onCommit?: OnCommit;
}) {
  const { question, told } = props;
  const reducedMotion = useReducedMotion();
  const [draft, setDraft] = useState<Draft>({
    chosen: [],
    order: question.kind === 'order' ? question.events.map(({ id }) => id) : [],
    number: '',
  });
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const answer = answerOf(question, draft);
    if (typeof answer === 'string') setMissing(answer);
    else if (confidence === null) setMissing(words.sureFirst);
    else (props.onCommit ?? commit)(answer, confidence, reducedMotion);
  };
  return (
    <form className="lesson-question" onSubmit={onSubmit} aria-label={words.question}>
      <p className="kicker">{words.question}</p>
      {asksForNumber(question) ? (
        <NumberField told={told} value={draft.number} onChange={(number) => change({ number })} />
      ) : question.kind === 'order' ? (
        <OrderFields told={told} order={draft.order} onOrder={(order) => change({ order })} />
      ) : (
        <ChoiceFields
          question={question}
          told={told}
          chosen={draft.chosen}
          onChoose={(chosen) => change({ chosen })}
        />
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

const asksForNumber = (question: Question): boolean =>
  question.kind === 'estimate' || (question.kind === 'setting' && question.typed !== undefined);

/** The answer in the form, or a sentence that says what is missing. */
function answerOf(question: Question, { chosen, order, number }: Draft): Answer | string {
  if (question.kind === 'order') return { order };
  if (!asksForNumber(question)) return chosen.length === 0 ? words.chooseFirst : { chosen };
  const value = number.trim() === '' ? Number.NaN : Number(number);
  if (question.kind !== 'setting' || question.typed === undefined)
    return value >= 0 ? { estimate: value } : words.numberFirst;
  const { least, most } = question.typed;
  const isTaken = Number.isSafeInteger(value) && value >= least && value <= most;
  return isTaken ? { chosen: [String(value)] } : words.wholeFirst(least, most);
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
