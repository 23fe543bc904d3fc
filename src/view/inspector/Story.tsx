import type { Inspection } from '../../projections/scene.ts';
import { useLab } from '../../runtime/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { inspectorWords as words } from '../words/inspector.ts';

/** The steps of a life, oldest first, on one line of time. */
export function Story({ steps }: { steps: Inspection['story'] }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  if (steps.length === 0) return <p className="muted">{words.noStory}</p>;
  return (
    <ol className="story">
      {steps.map((step, i) => (
        <li key={i} className={`story-step story-${step.tone}`}>
          <span className="story-text">{step.text}</span>
          <span className="story-time mono">{clockLine(startAtMs, step.at)}</span>
          {step.detail !== '' && <span className="story-detail">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
