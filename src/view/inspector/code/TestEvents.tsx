import { useId, useState } from 'react';
import type { CodeView, TestRun } from '../../../projections/codeView.ts';
import { labActions, useLab } from '../../../runtime/page/useLab.ts';
import { codeWords as words } from '../../words/code.ts';
import { Lines } from './Lines.tsx';
import { sampleEvent } from './sampleEvent.ts';

interface TestEventsProps {
  id: string;
  number: number;
  view: CodeView;
  onDone: () => void;
}

/** Invokes the function once with an event of somebody's own, and shows what came of it. */
export function TestEvents({ id, number, view, onDone }: TestEventsProps) {
  const definition = useLab((lab) => lab.definition);
  const sample = JSON.stringify(definition && sampleEvent(definition, number), null, 2);
  const [text, setText] = useState(sample);
  const [problem, setProblem] = useState('');
  const fieldId = useId();
  const invoke = async (): Promise<void> => {
    try {
      JSON.parse(text);
    } catch (error) {
      setProblem(words.notJson((error as Error).message));
      return;
    }
    const input = { function: id, Payload: text };
    const done = await labActions.command({ call: 'shardscope:TestFunction', input });
    setProblem(done.ok ? '' : done.error);
    if (done.ok) onDone();
  };
  return (
    <details className="test-events">
      <summary>{words.test}</summary>
      <p className="muted">{view.code === null ? words.needsCode : words.testHint}</p>
      <label htmlFor={fieldId} className="visually-hidden">
        {words.event}
      </label>
      <textarea
        id={fieldId}
        className="field code mono"
        rows={8}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="code-actions">
        <button
          type="button"
          className="button"
          disabled={view.code === null}
          onClick={() => void invoke()}
        >
          {words.invoke}
        </button>
        {text !== sample && (
          <button type="button" className="link" onClick={() => setText(sample)}>
            {words.sample}
          </button>
        )}
      </div>
      {problem !== '' && (
        <p className="tone-bad" role="alert">
          {problem}
        </p>
      )}
      {view.tests.map((test) => (
        <Outcome key={test.request} test={test} />
      ))}
    </details>
  );
}

const TONES = { underWay: 'muted', succeeded: 'tone-good', failed: 'tone-bad' } as const;

function Outcome({ test }: { test: TestRun }) {
  const { at, state, result, log, calls } = test;
  return (
    <section className="test-outcome" aria-label={`${words.test}, ${at}`}>
      <p>
        <time className="muted mono" dateTime={at}>
          {at.slice(11, 23)}
        </time>{' '}
        <strong className={TONES[state]}>{words.states[state]}</strong>
      </p>
      {result !== null && (
        <>
          <h4 className="kicker">{words.result}</h4>
          <pre className="code-result mono">{pretty(result)}</pre>
        </>
      )}
      {log.length > 0 && (
        <>
          <h4 className="kicker">{words.lines}</h4>
          <Lines lines={log} label={words.lines} />
        </>
      )}
      {state !== 'underWay' && <Calls calls={calls} />}
    </section>
  );
}

function Calls({ calls }: { calls: TestRun['calls'] }) {
  if (calls.length === 0) return <p className="muted">{words.noCalls}</p>;
  return (
    <>
      <h4 className="kicker">{words.calls}</h4>
      <ul className="code-calls">
        {calls.map(({ name, input, answer, isRefused }, i) => (
          <li key={i}>
            <details>
              <summary className="mono">
                {name}
                {isRefused && <span className="tone-bad"> {words.refused}</span>}
              </summary>
              <pre className="code-result mono">{pretty(input)}</pre>
              {answer !== null && <pre className="code-result mono">{pretty(answer)}</pre>}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
