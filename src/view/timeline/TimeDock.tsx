import { lazy, Suspense, useRef } from 'react';
import { timelineWords as words } from '../words/timeline.ts';
import { Lanes } from './Lanes.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import { TimeStrip } from './TimeStrip.tsx';
import './timeline.css';
import type { TimelineLoop } from './timelineLoop.ts';
import { useTimeline } from './timelineView.ts';

const Plots = lazy(() => import('./plots/Plots.tsx'));

/** Everything about time, under the stage. */
export function TimeDock() {
  const loop = useRef<TimelineLoop | null>(null);
  const { lanes, plots } = useTimeline();
  return (
    <section className="time-dock" aria-label={words.region}>
      <TimelineHead loop={loop} />
      {(lanes || plots) && <Lanes loop={loop} areShown={lanes} />}
      {plots && (
        <Suspense>
          <Plots loop={loop} />
        </Suspense>
      )}
      <TimeStrip />
    </section>
  );
}
