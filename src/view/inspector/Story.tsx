import type { Inspection } from '../../projections/scene/scene.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { inspectorWords as words } from '../words/inspector.ts';

/** What happened; what it happened to is one click away. */
function StepText({ text, about }: Inspection['story'][number]) {
  if (about === undefined) return <span className="story-text">{text}</span>;
  return (
    <button type="button" className="story-text link" onClick={() => labActions.select(about)}>
      {text}
    </button>
  );
}

/** The steps of a life, oldest first, on one line of time. */
export function Story({ steps }: { steps: Inspection['story'] }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  if (steps.length === 0) return <p className="muted">{words.noStory}</p>;
  return (
    <ol className="story">
      {steps.map((step, i) => (
        <li key={i} className={`story-step story-${step.tone}`}>
          <StepText {...step} />
          <span className="story-time mono">{clockLine(startAtMs, step.at)}</span>
          {step.detail !== '' && <span className="story-detail">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
