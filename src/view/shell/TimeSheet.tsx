import { Sheet } from '../parts/Sheet.tsx';
import { TimeDock } from '../timeline/TimeDock.tsx';
import { SpeedMenu, SpeedSlider } from '../toolbar/Speed.tsx';
import { RestartMenu } from '../toolbar/Transport.tsx';
import { shellWords } from '../words/shell.ts';

/** Time on a narrow page: all of the timeline, speed, restart. */
export function TimeSheet({ onClose }: { onClose: () => void }) {
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
