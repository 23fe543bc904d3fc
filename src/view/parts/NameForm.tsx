import { useState } from 'react';

/** A name to be changed in place: Enter saves it, Escape leaves it. */
export function NameForm(props: {
  name: string;
  words: { newName: string; save: string; cancel: string };
  onName: (name: string) => void;
  onCancel: () => void;
}) {
  const { words, onName, onCancel } = props;
  const [name, setName] = useState(props.name);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <input
        className="field"
        aria-label={words.newName}
        value={name}
        maxLength={120}
        // biome-ignore lint/a11y/noAutofocus: one has just asked to type here
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onCancel();
        }}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {words.save}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}
