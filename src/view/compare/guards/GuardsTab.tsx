import { useEffect } from 'react';
import { Fate } from '../../../projections/guards/guardPicture.ts';
import { guardWords } from '../../../projections/words/guardWords.ts';
import { openSheet } from '../../panels.ts';
import { openBuiltIn } from '../../toolbar/openLab.ts';
import { guardTabWords as words } from '../../words/guards.ts';
import { useLanes } from '../lanes/laneStore.ts';
import { GuardMatrix } from './GuardMatrix.tsx';
import { GuardRow } from './GuardRow.tsx';
import { GuardMark } from './GuardStrip.tsx';
import { wishGuards } from './guardLink.ts';
import { chooseFunction, startGuards, stopGuards, useGuards } from './guardStore.ts';
import './guards.css';

const LAB = 'seven-ways';

/** One function's work written in seven ways, on the same history. */
export function GuardsTab() {
  const log = useLanes((lanes) => lanes.log);
  const { functions, comparison, error } = useGuards();
  useEffect(() => {
    if (!log) return;
    startGuards(log);
    return stopGuards;
  }, [log]);
  if (log && functions.length === 0) return <p className="muted">{words.none}</p>;
  const naive = comparison?.ways[0];
  return (
    <div className="guards">
      <p className="ways-said">{naive ? guardWords.said(naive) : words.working}</p>
      <Whose />
      {error !== null && (
        <p className="tone-bad" role="alert">
          {error}
        </p>
      )}
      {naive && naive.again + naive.lost === 0 && <Calm />}
      {comparison && (
        <>
          <Legend marks={naive!.marks.length} changes={naive!.changes} />
          <fieldset className="guard-list">
            <legend className="visually-hidden">{words.switch}</legend>
            {comparison.ways.map((way) => (
              <GuardRow key={way.guard} picture={way} />
            ))}
          </fieldset>
          <GuardMatrix comparison={comparison} />
        </>
      )}
    </div>
  );
}

/** Whose work it is, on which history, and how far it has been worked out. */
function Whose() {
  const { functions, function: name, comparison, progress } = useGuards();
  return (
    <div className="way-controls">
      {functions.length > 1 && (
        <label className="way-every">
          <span className="muted">{words.whose}</span>
          <select
            className="field"
            value={name}
            onChange={(event) => chooseFunction(event.target.value)}
          >
            {functions.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
      )}
      {progress !== null && <progress value={progress} max={1} aria-label={words.working} />}
      <p className="muted" aria-live="polite">
        {comparison && `${words.lead} ${comparison.function}: ${guardWords.history(comparison)}.`}
        {comparison && !comparison.sameWrites && ` ${guardWords.differ}`}
      </p>
    </div>
  );
}

/** Where nothing has failed there is nothing to compare: the way to where it has. */
function Calm() {
  return (
    <p className="guard-calm">
      {words.ready}{' '}
      <button
        type="button"
        className="button"
        onClick={() => {
          openSheet(null);
          void openBuiltIn(LAB).then(() => {
            wishGuards();
            openSheet('lanes');
          });
        }}
      >
        {words.openLab}
      </button>
    </p>
  );
}

const KINDS = [
  [Fate.once, words.legend.once],
  [Fate.again, words.legend.again],
  [Fate.lost, words.legend.lost],
  [Fate.older, words.legend.older],
] as const;

function Legend({ marks, changes }: { marks: number; changes: number }) {
  const each = Math.ceil(changes / Math.max(1, marks));
  return (
    <ul className="way-legend" aria-label={words.legend.label}>
      {KINDS.map(([fate, name]) => (
        <li key={name}>
          <svg width="8" height="26" aria-hidden="true">
            <GuardMark fate={fate} x={1} width={5} />
          </svg>
          {name}
        </li>
      ))}
      {each > 1 && <li>{words.standsFor(each)}</li>}
    </ul>
  );
}
