import { useLab } from '../../runtime/page/useLab.ts';
import { stopWords as words } from '../words/stops.ts';
import { chooseStepKind, type StepKind, stepBy, useStepKind } from './stepKind.ts';

/** Steps back and on, by what is chosen. */
export function Steps() {
  const kind = useStepKind((step) => step.kind);
  const ready = useLab((lab) => lab.ready);
  const { name } = words.steps.find((step) => step.kind === kind)!;
  return (
    <div className="timeline-group">
      <label className="step-kind">
        {words.stepBy}
        <select value={kind} onChange={(event) => chooseStepKind(event.target.value as StepKind)}>
          {words.steps.map((step) => (
            <option key={step.kind} value={step.kind}>
              {step.name}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="timeline-button"
        aria-label={words.stepBack(name)}
        title={`${words.stepBack(name)} (,)`}
        disabled={!ready}
        onClick={() => stepBy(-1)}
      >
        ◂
      </button>
      <button
        type="button"
        className="timeline-button"
        aria-label={words.stepOn(name)}
        title={`${words.stepOn(name)} (.)`}
        disabled={!ready}
        onClick={() => stepBy(1)}
      >
        ▸
      </button>
    </div>
  );
}
