import { type ReactNode, useId } from 'react';
import { changedLane, LANE_INTERVALS, type Lane } from '../../../lab/lanes/lane.ts';
import { MOST_SEGMENTS, type ScanOptions } from '../../../lab/lanes/scanOptions.ts';
import { spanText } from '../../../projections/spanText.ts';
import { laneWords } from '../../words/lanes.ts';
import { swapLane } from './laneStore.ts';

const words = laneWords.optionFields;
const INTERVALS_MS = [1, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400].map((s) => s * 1_000);
const OVERLAPS_MS = [0, 1_000, 5_000, 10_000, 60_000, 300_000];
const SEGMENTS = [1, 2, 4, 8, 16, MOST_SEGMENTS];
const COMPARES = ['', 'Keys', 'Items'] as const;

/** How often a lane looks: a list of intervals that its way allows. */
export function Interval({ lane, label }: { lane: Lane; label: string }) {
  const interval = LANE_INTERVALS[lane.way];
  if (!interval) return null;
  return (
    <select
      className="field"
      aria-label={label}
      value={lane.everyMs}
      onChange={(event) =>
        swapLane(lane.word, changedLane(lane, { everyMs: Number(event.target.value) }))
      }
    >
      {among(INTERVALS_MS, lane.everyMs)
        .filter((ms) => ms >= interval.least)
        .map((ms) => (
          <option key={ms} value={ms}>
            {spanText(ms)}
          </option>
        ))}
    </select>
  );
}

/** Every option of a scan, each with what it does and what it costs. */
export function LaneOptions({ lane }: { lane: Lane }) {
  const { options } = lane;
  const change = (wish: Partial<ScanOptions>) =>
    swapLane(lane.word, changedLane(lane, { options: wish }));
  return (
    <div className="way-options">
      <Choose
        words={words.overlap}
        value={options.overlapMs}
        values={among(OVERLAPS_MS, options.overlapMs)}
        name={(ms) => (ms === 0 ? laneWords.none : spanText(ms))}
        onChange={(overlapMs) => change({ overlapMs })}
      />
      <Choose
        words={words.segments}
        value={options.segments}
        values={among(SEGMENTS, options.segments)}
        name={String}
        onChange={(segments) => change({ segments })}
      />
      <Choose
        words={words.compare}
        value={COMPARES.indexOf(options.compare)}
        values={[0, 1, 2]}
        name={(place) => laneWords.compares[COMPARES[place]!]}
        onChange={(place) => change({ compare: COMPARES[place]! })}
      />
      <Option words={words.consistent}>
        {(props) => (
          <input
            {...props}
            type="checkbox"
            checked={options.consistentRead}
            onChange={(event) => change({ consistentRead: event.target.checked })}
          />
        )}
      </Option>
      <Typed
        words={words.watermark}
        value={options.watermark}
        required
        onChange={(watermark) => change({ watermark })}
      />
      <Typed
        words={words.softDelete}
        value={options.softDelete}
        onChange={(softDelete) => change({ softDelete })}
      />
      <Typed
        words={words.filterAttribute}
        value={options.filter.attribute}
        onChange={(attribute) => change({ filter: { ...options.filter, attribute } })}
      />
      <Typed
        words={words.filterValue}
        value={options.filter.value}
        onChange={(value) => change({ filter: { ...options.filter, value } })}
      />
    </div>
  );
}

const among = (values: readonly number[], value: number): number[] =>
  [...new Set([...values, value])].sort((a, b) => a - b);

type Words = readonly [name: string, meaning: string];

function Option(props: {
  words: Words;
  children: (props: { id: string; 'aria-describedby': string }) => ReactNode;
}) {
  const id = useId();
  const [name, meaning] = props.words;
  return (
    <div className="way-option">
      <label htmlFor={id}>{name}</label>
      {props.children({ id, 'aria-describedby': `${id}meaning` })}
      <p id={`${id}meaning`} className="muted">
        {meaning}
      </p>
    </div>
  );
}

function Choose(props: {
  words: Words;
  value: number;
  values: readonly number[];
  name: (value: number) => string;
  onChange: (value: number) => void;
}) {
  return (
    <Option words={props.words}>
      {(own) => (
        <select
          {...own}
          className="field"
          value={props.value}
          onChange={(event) => props.onChange(Number(event.target.value))}
        >
          {props.values.map((value) => (
            <option key={value} value={value}>
              {props.name(value)}
            </option>
          ))}
        </select>
      )}
    </Option>
  );
}

/** Takes effect when it is left, or by Enter: each change runs the lanes anew. */
function Typed(props: {
  words: Words;
  value: string;
  /** Nothing typed changes nothing. */
  required?: boolean;
  onChange: (value: string) => void;
}) {
  const take = (input: HTMLInputElement) => {
    const text = input.value.trim();
    if (text === '' && props.required) input.value = props.value;
    else if (text !== props.value) props.onChange(text);
  };
  return (
    <Option words={props.words}>
      {(own) => (
        <input
          {...own}
          key={props.value}
          className="field"
          maxLength={60}
          spellCheck={false}
          defaultValue={props.value}
          onBlur={(event) => take(event.target)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(event.currentTarget);
          }}
        />
      )}
    </Option>
  );
}
