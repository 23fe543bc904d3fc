import { useId } from 'react';
import './choice.css';

/** One of a few: radio buttons that look like one piece. */
export function Choice<V extends string>(props: {
  label: string;
  options: readonly { value: V; name: string }[];
  value: V;
  onChange: (value: V) => void;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="choice" disabled={props.disabled}>
      <legend className="visually-hidden">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.name}
        </label>
      ))}
    </fieldset>
  );
}
