import type { StepWords } from '../../../lessons/lesson.ts';
import { lessonsWords as words } from '../../words/lessons.ts';
import { Rich } from '../Rich.tsx';

/** A number, with what it is a number of. */
export function NumberField(props: {
  told: NonNullable<StepWords['question']>;
  value: string;
  onChange: (value: string) => void;
}) {
  const { told, value, onChange } = props;
  return (
    <label className="lesson-estimate">
      <span className="lesson-ask">
        <Rich text={told.ask} report={null} />
      </span>
      <span className="lesson-number">
        <input
          inputMode="decimal"
          value={value}
          aria-label={words.estimate(told.unit ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
        <span className="muted">{told.unit}</span>
      </span>
    </label>
  );
}
