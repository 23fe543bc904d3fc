import { useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { authoringWords as words } from '../words/authoring.ts';
import {
  discardRecording,
  dropStep,
  finishRecording,
  markStep,
  startRecording,
  useRecording,
} from './recording.ts';

/** Making a lesson of what one does in the lab that is open. */
export function RecordingPart() {
  const { from, stops, making } = useRecording();
  const title = useLab((lab) => lab.title);
  const startAtMs = useLab((lab) => lab.startAtMs);
  if (from === null) {
    return (
      <button type="button" className="button button-primary" onClick={startRecording}>
        {words.record(title)}
      </button>
    );
  }
  return (
    <section className="authoring-recording" aria-label={words.recording}>
      <p>
        <strong>{words.recording}.</strong> {words.recordingHint}
      </p>
      <ol aria-label={words.stops}>
        {stops.map((stop, i) => (
          <li key={stop}>
            {words.stepUntil(i + 1, clockLine(startAtMs, stop))}{' '}
            <button
              type="button"
              className="link"
              aria-label={words.dropStep(i + 1)}
              onClick={() => dropStep(stop)}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
      {making !== null && (
        <label className="authoring-progress">
          <span className="muted">{words.making}</span>
          <progress max={making.of} value={making.step} />
        </label>
      )}
      <div className="authoring-ways">
        <button
          type="button"
          className="button button-primary"
          disabled={making !== null}
          onClick={() => void finishRecording()}
        >
          {words.finish}
        </button>
        <button type="button" className="button" onClick={markStep}>
          {words.mark}
        </button>
        <button type="button" className="link" onClick={discardRecording}>
          {words.discard}
        </button>
      </div>
    </section>
  );
}
