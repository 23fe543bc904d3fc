import { useId } from 'react';
import type { Question, StepWords } from '../../../lessons/lesson.ts';
import { offeredBy, partId } from '../../../lessons/otherWorlds.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { useStageView } from '../../stage/stageView.ts';
import { lessonsWords as words } from '../../words/lessons.ts';
import { answerText } from '../answerText.ts';
import { namedCards } from '../namedCards.ts';
import { Rich } from '../Rich.tsx';

/** One of several answers, or as many as hold. Of parts, the one that is chosen is pointed at on the stage. */
export function ChoiceFields(props: {
  question: Question;
  told: NonNullable<StepWords['question']>;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}) {
  const { question, told, chosen, onChoose } = props;
  const name = useId();
  const isSeveral = question.kind === 'several';
  const choose = (id: string): void => {
    pointAtPart(question, id);
    if (!isSeveral) onChoose([id]);
    else onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <fieldset className="lesson-choices">
      <legend className="lesson-ask">
        <Rich text={told.ask} report={null} />
        {isSeveral && <span className="muted"> {words.severalHint}</span>}
      </legend>
      {choicesOf(question).map((id) => (
        <label key={id} className="lesson-choice">
          <input
            type={isSeveral ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(id)}
            onChange={() => choose(id)}
          />
          <span>
            <Rich text={answerText(question, told, id)} report={null} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Ids of what can be chosen, in the order in which it is shown. */
export function choicesOf(question: Question): string[] {
  if (question.kind === 'one' || question.kind === 'several')
    return question.choices.map(({ id }) => id);
  if (question.kind === 'setting') return offeredBy(question).map(({ id }) => id);
  return question.kind === 'broken' ? question.parts.map(partId) : [];
}

function pointAtPart(question: Question, id: string): void {
  if (question.kind !== 'broken') return;
  const wanted = question.parts.filter((part) => partId(part) === id).map(({ card }) => card);
  const found = namedCards(useLab.getState().scene?.cards ?? [], wanted);
  useStageView.setState({ pointedAt: found.map((card) => card.id) });
}
