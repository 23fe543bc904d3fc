import { countText, spanText } from '../../../projections/spanText.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { Choice } from '../../parts/Choice.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { laneWords as words } from '../../words/lanes.ts';
import {
  goTo,
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
const SKEWS_MS = [0, 50, 250, 1_000, 5_000, 60_000];
const SLOW_SHARES = [0, 0.01, 0.05, 0.2];
const SLOW_BY_MS = [1_000, 5_000, 20_000, 60_000];
const REST_MEGABYTES = [0, 10, 100, 1_000];

/** Where in time the lanes are, and how fast they go. */
export function TimeControls() {
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

/** What is the same for all lanes: their worlds, the writers' clocks, the rest of the table. */
export function WorldControls() {
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
        options={SKEWS_MS.map((ms) => [ms, ms === 0 ? words.none : `±${spanText(ms)}`])}
        onChange={(clockSkewMs) => setWeather({ clockSkewMs })}
      />
      <Setting
        name={words.slow}
        title={words.slowMeaning}
        value={weather.slowShare}
        options={SLOW_SHARES.map((share) => [share, share === 0 ? words.none : `${share * 100} %`])}
        onChange={(slowShare) => setWeather({ slowShare })}
      />
      {weather.slowShare > 0 && (
        <Setting
          name={words.slowBy}
          title={words.slowByMeaning}
          value={weather.slowByMs}
          options={SLOW_BY_MS.map((ms) => [ms, spanText(ms)])}
          onChange={(slowByMs) => setWeather({ slowByMs })}
        />
      )}
      <Setting
        name={words.rest}
        title={words.restMeaning}
        value={weather.restMegabytes}
        options={REST_MEGABYTES.map((mb) => [mb, mb === 0 ? words.none : `${countText(mb)} MB`])}
        onChange={(restMegabytes) => setWeather({ restMegabytes })}
      />
    </div>
  );
}

function Setting(props: {
  name: string;
  title: string;
  value: number;
  options: readonly (readonly [number, string])[];
  onChange: (value: number) => void;
}) {
  const { name, title, value, onChange } = props;
  const isListed = props.options.some(([option]) => option === value);
  // A link may ask for what the list has not.
  const options = isListed ? props.options : [...props.options, [value, String(value)] as const];
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
