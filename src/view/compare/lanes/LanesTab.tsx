import { useState } from 'react';
import { offeredLanes } from '../../../lab/lanes/lane.ts';
import { countOf, spanText } from '../../../projections/spanText.ts';
import { useLab } from '../../../runtime/useLab.ts';
import { Choice } from '../../parts/Choice.tsx';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { LaneRow } from './LaneRow.tsx';
import { laneLink } from './laneLink.ts';
import { fateText, laneName } from './laneNames.ts';
import {
  addLane,
  chooseChange,
  goTo,
  pinMoment,
  setPlaying,
  setShared,
  setSpeed,
  setWeather,
  setWindow,
  stopGoing,
  useLanes,
} from './laneStore.ts';

const SPEEDS = [1, 5, 20, 60];
const WINDOWS_US = [20e6, 60e6, 300e6, 3_600e6];
const SKEWS_MS = [0, 250, 1_000, 5_000];
const SLOW_SHARES = [0, 0.01, 0.05];

/** The same write runs down all pipelines, in step. */
export function LanesTab() {
  const { lanes, frame, error, shared } = useLanes();
  const pictures = new Map(frame?.lanes.map((lane) => [lane.word, lane]));
  return (
    <div className="ways">
      <TimeControls />
      <WorldControls />
      {error !== null && <p className="tone-bad">{words.failed(error)}</p>}
      <p className="muted ways-note" aria-live="polite">
        {frame && !frame.sameWrites
          ? words.differ
          : shared
            ? words.sharedMeaning
            : words.apartMeaning(countOf(frame?.changes ?? 0, 'change'))}
        {(frame?.lanes[0]?.eachStandsFor ?? 1) > 1 &&
          ` ${words.standsFor(frame!.lanes[0]!.eachStandsFor)}`}
      </p>
      {lanes.length === 0 && <p className="muted">{words.empty}</p>}
      <div className="way-list">
        {lanes.map((word) => (
          <LaneRow key={word} word={word} picture={pictures.get(word)} />
        ))}
      </div>
      <AddLane />
      <div className="ways-below">
        <Moments />
        <Story />
      </div>
    </div>
  );
}

function TimeControls() {
  const { at, furthest, playing, speed, windowUs, progress, frame } = useLanes();
  const startAtMs = useLab((lab) => lab.startAtMs);
  const most = Math.max(furthest, 600e6);
  return (
    <div className="way-controls">
      <button type="button" className="button button-primary" onClick={() => setPlaying(!playing)}>
        {playing ? words.pause : words.play}
      </button>
      <time className="mono way-clock">
        {clockLine(startAtMs, playing ? at : (frame?.now ?? at))}
      </time>
      <input
        type="range"
        className="range way-time"
        min={0}
        max={most}
        step={100_000}
        value={Math.min(at, most)}
        aria-label={words.time}
        aria-valuetext={spanText(at / 1_000)}
        onChange={(event) => goTo(Number(event.target.value))}
      />
      {[60e6, 600e6, 3_600e6].map((us) => (
        <button key={us} type="button" className="button" onClick={() => goTo(at + us)}>
          +{spanText(us / 1_000)}
        </button>
      ))}
      <Choice
        label={words.speed}
        options={SPEEDS.map((value) => ({ value: String(value), name: `${value}×` }))}
        value={String(speed)}
        onChange={(value) => setSpeed(Number(value))}
      />
      <label className="way-every">
        <span className="muted">{words.window}</span>
        <select
          className="field"
          aria-label={words.window}
          value={windowUs}
          onChange={(event) => setWindow(Number(event.target.value))}
        >
          {WINDOWS_US.map((us) => (
            <option key={us} value={us}>
              {spanText(us / 1_000)}
            </option>
          ))}
        </select>
      </label>
      {progress !== null && progress < 1 && (
        <>
          <progress value={progress} max={1} aria-label={words.time} />
          <button type="button" className="button" onClick={stopGoing}>
            {words.pause}
          </button>
        </>
      )}
    </div>
  );
}

function WorldControls() {
  const { shared, weather } = useLanes();
  return (
    <div className="way-controls">
      <Choice
        label={words.worlds}
        options={[
          { value: 'apart', name: words.apart },
          { value: 'shared', name: words.shared },
        ]}
        value={shared ? 'shared' : 'apart'}
        onChange={(value) => setShared(value === 'shared')}
      />
      <Setting
        name={words.skew}
        title={words.skewMeaning}
        value={weather.clockSkewMs}
        options={SKEWS_MS.map((ms) => [ms, ms === 0 ? 'none' : `±${spanText(ms)}`])}
        onChange={(clockSkewMs) => setWeather({ clockSkewMs })}
      />
      <Setting
        name={words.slow}
        title={words.slowMeaning}
        value={weather.slowShare}
        options={SLOW_SHARES.map((share) => [share, share === 0 ? 'none' : `${share * 100} %`])}
        onChange={(slowShare) => setWeather({ slowShare })}
      />
    </div>
  );
}

function Setting(props: {
  name: string;
  title: string;
  value: number;
  options: (readonly [number, string])[];
  onChange: (value: number) => void;
}) {
  const { name, title, value, options, onChange } = props;
  return (
    <label className="way-every" title={title}>
      <span className="muted">{name}</span>
      <select
        className="field"
        aria-label={name}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function AddLane() {
  const { log, table, lanes } = useLanes();
  const [key, setKey] = useState(0);
  if (!log) return null;
  const offered = offeredLanes(log.definition, table).filter(({ word }) => !lanes.includes(word));
  return (
    <select
      key={key}
      className="field way-add"
      aria-label={words.add}
      defaultValue=""
      onChange={(event) => {
        if (event.target.value !== '') addLane(event.target.value);
        setKey(key + 1);
      }}
    >
      <option value="">{words.add}…</option>
      {offered.map(({ word }) => (
        <option key={word} value={word}>
          {laneName(word)}
        </option>
      ))}
    </select>
  );
}

/** What went wrong first, lane by lane, and what has been pinned: each leads to its moment. */
function Moments() {
  const { frame, pins } = useLanes();
  const startAtMs = useLab((lab) => lab.startAtMs);
  const moments = (frame?.lanes ?? [])
    .flatMap(({ word, moments: own }) => own.map((moment) => ({ ...moment, word })))
    .sort((a, b) => a.at - b.at);
  const show = (at: number, change: number | null) => {
    setPlaying(false);
    goTo(at);
    void chooseChange(change);
  };
  return (
    <section className="way-moments" aria-label={words.moments}>
      <div className="way-moments-head">
        <h3 className="kicker">{words.moments}</h3>
        <button type="button" className="button" onClick={pinMoment}>
          {words.pin}
        </button>
        <LinkButton />
      </div>
      {moments.length + pins.length === 0 && <p className="muted">{words.noMoments}</p>}
      <ul>
        {pins.map((at) => (
          <li key={at}>
            <button type="button" className="link" onClick={() => show(at, null)}>
              {words.pinned(clockLine(startAtMs, at))}
            </button>
          </li>
        ))}
        {moments.map(({ at, what, change, label, word }) => (
          <li key={`${word}${what}`}>
            <button type="button" className="link" onClick={() => show(at, change)}>
              <span className="mono">{clockLine(startAtMs, at)}</span>{' '}
              {words.momentTexts[what](laneName(word), label)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkButton() {
  const labId = useLab((lab) => lab.labId);
  const seed = useLab((lab) => lab.seed);
  const text = () => {
    const { lanes, shared, weather, frame, at, chosen } = useLanes.getState();
    const link = { lanes, shared, weather, at: frame?.now ?? at, change: chosen };
    const { origin, pathname } = window.location;
    return `${origin}${pathname}${laneLink({ id: labId, seed }, link)}`;
  };
  return (
    <span title={words.linkNote}>
      <CopyButton text={text} />
    </span>
  );
}

/** One change across all lanes. */
function Story() {
  const { chosen, outcomes, frame } = useLanes();
  const mark = frame?.lanes[0]?.marks.find(({ change }) => change === chosen);
  const moment = frame?.lanes.flatMap((lane) => lane.moments).find((m) => m.change === chosen);
  if (chosen === null || outcomes.length === 0) return null;
  const kind = mark ? ['', 'INSERT', 'MODIFY', 'REMOVE'][mark.kind]! : (moment?.kind ?? '');
  const label = mark?.label ?? moment?.label ?? `change ${chosen}`;
  return (
    <section className="way-story" aria-label={words.story(kind, label)} aria-live="polite">
      <h3 className="way-title">{words.story(kind, label)}</h3>
      <dl>
        {outcomes.map(({ word, fate, arrivedAt, at }) => (
          <div key={word}>
            <dt>{laneName(word)}</dt>
            <dd className={fate > 1 ? 'tone-bad' : undefined}>{fateText(fate, at, arrivedAt)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
