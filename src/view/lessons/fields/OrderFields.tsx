import { useId, useState } from 'react';
import type { StepWords } from '../../../lessons/lesson.ts';
import { lessonsWords as words } from '../../words/lessons.ts';
import { Rich } from '../Rich.tsx';

/** Events that are moved up and down with buttons; each says where it has come to. */
export function OrderFields(props: {
  told: NonNullable<StepWords['question']>;
  order: readonly string[];
  onOrder: (order: readonly string[]) => void;
}) {
  const { told, order, onOrder } = props;
  const [said, setSaid] = useState('');
  const name = useId();
  const textOf = (id: string): string => told.choices?.[id] ?? id;
  const move = (place: number, by: 1 | -1): void => {
    const moved = [...order];
    const [id] = moved.splice(place, 1);
    moved.splice(place + by, 0, id!);
    onOrder(moved);
    setSaid(words.movedTo(textOf(id!), place + by + 1, order.length));
  };
  return (
    <fieldset className="lesson-choices" aria-describedby={name}>
      <legend className="lesson-ask">
        <Rich text={told.ask} report={null} />
      </legend>
      <p id={name} className="muted">
        {words.orderHint}
      </p>
      <ol className="lesson-order">
        {order.map((id, place) => (
          <li key={id}>
            <span className="lesson-place" aria-hidden="true">
              {place + 1}
            </span>
            <span className="lesson-event">
              <Rich text={textOf(id)} report={null} />
            </span>
            <button
              type="button"
              className="button"
              aria-label={words.moveUp(textOf(id))}
              aria-disabled={place === 0}
              onClick={() => place > 0 && move(place, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="button"
              aria-label={words.moveDown(textOf(id))}
              aria-disabled={place === order.length - 1}
              onClick={() => place < order.length - 1 && move(place, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p className="lesson-moved" role="status">
        {said}
      </p>
    </fieldset>
  );
}
