import { type FormEvent, useState } from 'react';
import type { Watch } from '../../projections/timeline/watch.ts';
import { Menu } from '../parts/Menu.tsx';
import { stopWords as words } from '../words/stops.ts';
import { addBreakpoint, change, goTo, removeBreakpoint, useStops } from './breakpoints.ts';

/** Kinds that can be chosen, in their order. */
const CHOICES = [
  ...(['duplicate', 'expired', 'delivered', 'iteratorAge', 'failure', 'throttle'] as const),
  ...(['givenUp', 'trimmed', 'alarm'] as const),
];

/** Where time is to stop: add, switch on and off, remove, go there. */
export function BreakpointMenu() {
  const breakpoints = useStops((stops) => stops.breakpoints);
  const on = breakpoints.filter((one) => one.on).length;
  return (
    <Menu
      label={words.button(on)}
      className={on > 0 ? 'timeline-button is-armed' : 'timeline-button'}
      align="end"
      upwards
    >
      {() => (
        <div className="breakpoints">
          <p className="muted">{words.intro}</p>
          {breakpoints.length === 0 && <p className="muted">{words.empty}</p>}
          <ul>
            {breakpoints.map(({ id, watch, on: isOn }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={isOn}
                    onChange={(event) => change(id, { on: event.target.checked })}
                  />
                  {words.when(watch)}
                </label>
                <Act name={words.previous(watch)} sign="◂" onClick={() => void goTo(watch, -1)} />
                <Act name={words.next(watch)} sign="▸" onClick={() => void goTo(watch, 1)} />
                <Act name={words.remove(watch)} sign="×" onClick={() => removeBreakpoint(id)} />
              </li>
            ))}
          </ul>
          <AddBreakpoint />
        </div>
      )}
    </Menu>
  );
}

function Act({ name, sign, onClick }: { name: string; sign: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="timeline-button"
      aria-label={name}
      title={name}
      onClick={onClick}
    >
      {sign}
    </button>
  );
}

function AddBreakpoint() {
  const [kind, setKind] = useState<Watch['kind']>('duplicate');
  const [item, setItem] = useState('');
  const [seconds, setSeconds] = useState('60');
  const [complaint, setComplaint] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const watch = watchOf(kind, item, seconds);
    if (typeof watch === 'string') {
      setComplaint(watch);
      return;
    }
    setComplaint('');
    addBreakpoint(watch);
  };
  return (
    <form className="breakpoint-form" onSubmit={add}>
      <label>
        {words.addLabel}
        <select
          className="field"
          value={kind}
          onChange={(event) => setKind(event.target.value as Watch['kind'])}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {words.choice(choice)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'delivered' && (
        <label>
          {words.item}
          <input className="field" value={item} onChange={(event) => setItem(event.target.value)} />
        </label>
      )}
      {kind === 'iteratorAge' && (
        <label>
          {words.age}
          <input
            className="field"
            inputMode="decimal"
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
          />
        </label>
      )}
      {complaint !== '' && (
        <p className="tone-bad" role="alert">
          {complaint}
        </p>
      )}
      <button type="submit" className="button button-primary">
        {words.add}
      </button>
    </form>
  );
}

/** @returns a sentence when something is missing. */
function watchOf(kind: Watch['kind'], item: string, seconds: string): Watch | string {
  if (kind === 'delivered') {
    return item.trim() === '' ? words.itemMissing : { kind, table: -1, item: item.trim() };
  }
  if (kind === 'iteratorAge') {
    const limit = Number(seconds.replace(',', '.'));
    return limit > 0 && Number.isFinite(limit) ? { kind, ms: limit * 1_000 } : words.ageWrong;
  }
  return { kind };
}
