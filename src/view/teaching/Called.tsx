import { type FormEvent, useState } from 'react';
import { isRight } from '../../lessons/answer.ts';
import type { EstimateQuestion } from '../../lessons/lesson.ts';
import { numberText } from '../../projections/spanText.ts';
import { lessonsWords } from '../words/lessons.ts';
import { teachingWords as words } from '../words/teaching.ts';
import { middleOf, withCalled, withoutLastCalled } from './hands.ts';
import { count } from './presenting.ts';
import type { VoteProps } from './Vote.tsx';

/** Estimates that were called out, their middle, and what the engine counts once it is revealed. */
export function Called(props: Omit<VoteProps, 'question'> & { question: EstimateQuestion }) {
  const { taken, question, told, hands, isRevealed } = props;
  const [typed, setTyped] = useState('');
  const { called } = hands;
  const unit = told.unit ?? '';
  const middle = middleOf(hands);
  const right =
    isRevealed && taken.right !== null && 'estimate' in taken.right ? taken.right : null;
  const near = right && called.filter((estimate) => isRight(question, { estimate }, right)).length;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') count((now) => withCalled(now, Number(typed)));
    setTyped('');
  };
  return (
    <form className="vote-called" onSubmit={add}>
      <p className="vote-add">
        <input
          inputMode="decimal"
          aria-label={words.calledHint(unit)}
          placeholder={unit}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button">
          {words.add}
        </button>
        {called.length > 0 && (
          <button type="button" className="link" onClick={() => count(withoutLastCalled)}>
            {words.takeBack}
          </button>
        )}
      </p>
      {called.length > 0 && (
        <p className="vote-numbers">
          <span className="muted">{words.called}</span>{' '}
          {called.map((each) => numberText(each)).join(' · ')}
        </p>
      )}
      {middle !== null && called.length > 1 && <p>{words.middle(middle)}</p>}
      {right !== null && (
        <p className="vote-counted">
          <strong>{lessonsWords.counted(right.estimate)}</strong>{' '}
          {called.length > 0 && words.within(near ?? 0, called.length)}
        </p>
      )}
    </form>
  );
}
