import type { RefObject } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { openSheet } from '../panels.ts';
import { clockLine } from '../parts/clockText.ts';
import { timelineWords as words } from '../words/timeline.ts';
import type { TimelineLoop } from './timelineLoop.ts';
import { widthText } from './timelineTip.ts';
import { showSpan, useTimeline } from './timelineView.ts';

/** What can be done with what the brush has chosen. */
export function BrushBar({ loop }: { loop: RefObject<TimelineLoop | null> }) {
  const brush = useTimeline((view) => view.brush);
  const startAtMs = useLab((lab) => lab.startAtMs);
  if (brush === null || loop.current === null) return null;
  const from = clockLine(startAtMs, Math.max(0, brush.from));
  return (
    <div ref={bringIntoSight} className="brush-bar">
      <span className="mono" role="status">
        {words.brush(from, widthText(brush.to - brush.from))}
      </span>
      <button
        type="button"
        className="button"
        onClick={() => {
          showSpan(brush);
          useTimeline.setState({ brush: null });
        }}
      >
        {words.zoomTo}
      </button>
      <button type="button" className="button" onClick={() => openSheet('stretch')}>
        {words.facts}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => useTimeline.setState({ brush: null })}
      >
        {words.clear}
      </button>
    </div>
  );
}

/** As it appears, and never again: in a sheet it may stand below what is seen. */
const bringIntoSight = (bar: HTMLElement | null): void => bar?.scrollIntoView({ block: 'nearest' });
