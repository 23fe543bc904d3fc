import { useState } from 'react';
import type { Inspection } from '../../projections/scene/scene.ts';
import { labActions } from '../../runtime/page/useLab.ts';
import { inspectorWords as words } from '../words/inspector.ts';

/** What one could do about it; each does it. */
export function Suggestions({ suggestions }: { suggestions: Inspection['suggestions'] }) {
  const [error, setError] = useState('');
  if (suggestions.length === 0) return null;
  return (
    <section className="suggestions">
      <h3>{words.helped}</h3>
      <ul>
        {suggestions.map(({ text, command }) => (
          <li key={text}>
            <button
              type="button"
              className="link"
              onClick={async () => {
                const done = await labActions.command(command);
                setError(done.ok ? '' : done.error);
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      {error !== '' && (
        <p className="tone-bad" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
