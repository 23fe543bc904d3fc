import type { RefObject } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { toggleSheet, usePanels } from '../panels.ts';
import { timelineWords as words } from '../words/timeline.ts';
import { BreakpointMenu } from './BreakpointMenu.tsx';
import { fitAll, toggleFolds } from './fitAll.ts';
import { Steps } from './Steps.tsx';
import { Jumps } from './TimeStrip.tsx';
import type { TimelineLoop } from './timelineLoop.ts';
import { widthText } from './timelineTip.ts';
import { shownSpan, showSpan, togglePart, useTimeline } from './timelineView.ts';
import { zoomBy } from './usePointers.ts';

/** How the timeline is shown: parts, zoom, following, folding. */
export function TimelineHead({ loop }: { loop: RefObject<TimelineLoop | null> }) {
  const { lanes, plots, follows, folds } = useTimeline();
  const showsList = usePanels((panels) => panels.sheet === 'stretch');
  return (
    <div className="timeline-head">
      <div className="timeline-group">
        <Switch
          name={words.lanes}
          title={words.lanesTitle}
          on={lanes}
          onClick={() => togglePart('lanes')}
        />
        <Switch
          name={words.plots}
          title={words.plotsTitle}
          on={plots}
          onClick={() => togglePart('plots')}
        />
        <Switch
          name={words.list}
          title={words.listTitle}
          on={showsList}
          onClick={() => toggleSheet('stretch')}
        />
      </div>
      <Jumps />
      <Steps />
      <BreakpointMenu />
      {(lanes || plots) && (
        <div className="timeline-group">
          <Zoom loop={loop} />
          <Switch
            name={words.follow}
            title={words.followTitle}
            on={follows}
            onClick={() => setFollowing(!follows, loop.current)}
          />
          <Switch name={words.fold} title={words.foldTitle} on={folds} onClick={toggleFolds} />
        </div>
      )}
    </div>
  );
}

function setFollowing(follows: boolean, loop: TimelineLoop | null): void {
  if (follows) useTimeline.setState({ follows, isOwnSpan: false });
  else if (loop !== null) showSpan(loop.shown());
}

function Zoom({ loop }: { loop: RefObject<TimelineLoop | null> }) {
  const view = useTimeline();
  const speed = useLab((lab) => lab.speed);
  const shown = shownSpan(view, 0, speed);
  const zoom = (factor: number): void => {
    if (loop.current !== null) zoomBy(loop.current, factor, view.follows ? 0.8 : 0.5);
  };
  return (
    <>
      <button
        type="button"
        className="timeline-button"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => zoom(2)}
      >
        −
      </button>
      <output className="timeline-width mono">
        {words.wide(widthText(shown.to - shown.from))}
      </output>
      <button
        type="button"
        className="timeline-button"
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => zoom(0.5)}
      >
        +
      </button>
      <button
        type="button"
        className="timeline-button"
        title={words.fitTitle}
        onClick={() => void fitAll()}
      >
        {words.fit}
      </button>
    </>
  );
}

function Switch(props: { name: string; title: string; on: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="timeline-button"
      title={props.title}
      aria-pressed={props.on}
      onClick={props.onClick}
    >
      {props.name}
    </button>
  );
}
