import { useId } from 'react';

/** A field for instants such as `2s, 5s`; below it stands what is wrong with them. */
export function InstantsField(props: {
  label: string;
  /** What stands in the empty field. */
  example: string;
  value: string;
  /** A sentence, or null where nothing is wrong. */
  problem: string | null;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const isWrong = props.problem !== null;
  return (
    <>
      <label className="kicker" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="field"
        value={props.value}
        placeholder={props.example}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={({ target }) => props.onChange(target.value)}
      />
      {isWrong && (
        <p id={`${id}-wrong`} className="tone-bad">
          {props.problem}
        </p>
      )}
    </>
  );
}
