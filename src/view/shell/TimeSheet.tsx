import { useEffect } from 'react';
import { Sheet } from '../parts/Sheet.tsx';
import { TimeDock } from '../timeline/TimeDock.tsx';
import { useTimeline } from '../timeline/timelineView.ts';
import { SpeedMenu, SpeedSlider } from '../toolbar/Speed.tsx';
import { RestartMenu } from '../toolbar/Transport.tsx';
import { shellWords } from '../words/shell.ts';

/** Time on a narrow page: all of the timeline, speed, restart. */
export function TimeSheet({ onClose }: { onClose: () => void }) {
  // The list of a stretch is a sheet of its own, in the place of this one.
  useEffect(() => {
    useTimeline.setState({ list: false });
    return useTimeline.subscribe((view) => view.list && onClose());
  }, [onClose]);
  return (
    <Sheet title={shellWords.views.time} onClose={onClose}>
      <TimeDock />
      <div className="time-sheet-speed">
        <RestartMenu upwards />
        <SpeedMenu upwards />
        <SpeedSlider />
      </div>
    </Sheet>
  );
}
