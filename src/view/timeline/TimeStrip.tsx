import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { shellWords } from '../words/shell.ts';
import { Scrubber } from './Scrubber.tsx';

const words = shellWords.time;
/** Work that is done as a whole or not at all. */
const LEAVES_NOTHING = new Set(['read', 'write', 'save', 'remove']);

/** The scrubber and the jumps, and how far a long jump has come. */
export function TimeStrip() {
  return (
    <div className="time-strip">
      <Scrubber />
      <Progress />
    </div>
  );
}

/** To the start, and ahead. */
export function Jumps() {
  const ready = useLab((lab) => lab.ready);
  return (
    <fieldset className="jumps" aria-label={words.jump} disabled={!ready}>
      <button
        type="button"
        className="button"
        title={words.startTitle}
        onClick={() => void labActions.seek(0)}
      >
        {words.start}
      </button>
      {words.jumps.map(({ us, name, title }) => (
        <button
          key={name}
          type="button"
          className="button"
          title={title}
          onClick={() => void labActions.seek(useLab.getState().now + us)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

/** Long work: what, how far, and a way to stop. */
export function Progress() {
  const progress = useLab((lab) => lab.progress);
  if (progress === null) return null;
  const what = words.working[progress.of] ?? progress.of;
  const { part, bytes } = progress;
  const far = bytes ? words.bytes(bytes.loaded, bytes.total) : words.percent(part);
  return (
    <div className="progress" role="status">
      <label className="progress-label">
        {what} · {far}
        <progress max={1} value={part} />
      </label>
      <button type="button" className="button" onClick={() => labActions.cancel()}>
        {LEAVES_NOTHING.has(progress.of) ? words.giveUp : words.cancel}
      </button>
    </div>
  );
}
