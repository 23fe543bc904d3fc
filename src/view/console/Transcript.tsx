import { useEffect, useRef } from 'react';
import { consoleWords as words } from '../words/console.ts';
import { type ConsoleEntry, useConsole } from './consoleStore.ts';

/** Commands and what came of them, the latest in sight. */
export function Transcript() {
  const entries = useConsole((state) => state.entries);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entries.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries]);
  return (
    <div className="transcript" role="log" aria-label={words.transcript}>
      {entries.map((entry) => (
        <Answered key={entry.id} entry={entry} />
      ))}
      <div ref={end} />
    </div>
  );
}

function Answered({ entry: { at, command, outcome } }: { entry: ConsoleEntry }) {
  return (
    <div className="transcript-entry">
      <p className="transcript-command mono">
        <span className="transcript-at">{at}</span> {command}
      </p>
      {outcome === null && <p className="muted">{words.running}</p>}
      {outcome !== null && outcome.text !== '' && (
        <pre className={outcome.ok ? 'transcript-text mono' : 'transcript-text mono tone-bad'}>
          {outcome.text}
        </pre>
      )}
      {outcome !== null && outcome.note !== '' && <p className="muted">{outcome.note}</p>}
    </div>
  );
}
