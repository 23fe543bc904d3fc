import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Watch } from '../../projections/timeline/watch.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { Menu } from '../parts/Menu.tsx';
import { sameSelection } from '../stage/stageActions.ts';
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
  const adding = useRef<HTMLSelectElement>(null);
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
                <Act
                  name={words.remove(watch)}
                  sign="×"
                  onClick={() => {
                    adding.current?.focus(); // its own button goes with it
                    removeBreakpoint(id);
                  }}
                />
              </li>
            ))}
          </ul>
          <AddBreakpoint first={adding} />
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

function AddBreakpoint({ first }: { first: RefObject<HTMLSelectElement | null> }) {
  const [kind, setKind] = useState<Watch['kind']>('duplicate');
  const [item, setItem] = useState(selectedItem);
  const [seconds, setSeconds] = useState('60');
  const [complaint, setComplaint] = useState('');
  const [note, setNote] = useState('');
  const known = useItemKeys(kind === 'delivered', item);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const watch = watchOf(kind, item, seconds, known[0]);
    if (typeof watch === 'string') {
      setComplaint(watch);
      return;
    }
    setComplaint('');
    const isUnknown = watch.kind === 'delivered' && !known.includes(watch.item);
    setNote(isUnknown ? words.itemUnknown(watch.item) : '');
    addBreakpoint(watch);
  };
  return (
    <form className="breakpoint-form" onSubmit={add}>
      <label>
        {words.addLabel}
        <select
          ref={first}
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
      {kind === 'delivered' && <ItemField item={item} known={known} onChange={setItem} />}
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
      <p className="muted" role="status" hidden={note === ''}>
        {note}
      </p>
      <button type="submit" className="button button-primary">
        {words.add}
      </button>
    </form>
  );
}

function ItemField(props: { item: string; known: string[]; onChange: (item: string) => void }) {
  return (
    <label>
      {words.item}
      <input
        className="field mono"
        list="breakpoint-items"
        autoComplete="off"
        value={props.item}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id="breakpoint-items">
        {props.known.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </label>
  );
}

const MOST_OFFERED = 40;

/** The key of the item that is selected, whatever of it is; '' where none is. */
function selectedItem(): string {
  const { selection, inspection } = useLab.getState();
  const isOfItem =
    selection !== null && ['item', 'record', 'effect', 'write'].includes(selection.kind);
  return (
    (isOfItem && sameSelection(inspection?.selection ?? null, selection) && inspection?.title) || ''
  );
}

/** Keys of items that are in the lab's tables now and contain what has been typed. */
function useItemKeys(isWanted: boolean, typed: string): string[] {
  const tables = useLab((lab) => lab.definition?.tables.length ?? 0);
  const [keys, setKeys] = useState<string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const asked = Array.from({ length: tables }, (_, table) => labActions.items(table, typed));
    Promise.all(asked).then(
      (found) => {
        const labels = found.flat().map(({ label }) => label);
        const first = labels.filter((label) => label === typed.trim());
        if (isCurrent) setKeys([...new Set([...first, ...labels])].slice(0, MOST_OFFERED));
      },
      () => {}, // no lab is open: then nothing can be offered
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, typed, tables]);
  return keys;
}

/** @returns a sentence when something is missing. */
function watchOf(
  kind: Watch['kind'],
  item: string,
  seconds: string,
  known: string | undefined,
): Watch | string {
  if (kind === 'delivered') {
    return item.trim() === '' ? words.itemMissing(known) : { kind, table: -1, item: item.trim() };
  }
  if (kind === 'iteratorAge') {
    const limit = Number(seconds.replace(',', '.'));
    return limit > 0 && Number.isFinite(limit) ? { kind, ms: limit * 1_000 } : words.ageWrong;
  }
  return { kind };
}
