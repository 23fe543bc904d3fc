import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { Menu } from '../parts/Menu.tsx';
import { setSlowDown, useStops } from '../timeline/breakpoints.ts';
import { shellWords } from '../words/shell.ts';
import { stopWords } from '../words/stops.ts';
import { SPEED_STEPS, speedMeaning, speedOfStep, speedText, stepOfSpeed } from './speedScale.ts';

const words = shellWords.speed;

/** How fast virtual time goes: a slider whose equal ways are equal factors. */
export function SpeedSlider() {
  const speed = useLab((lab) => lab.speed);
  return (
    <input
      type="range"
      className="range speed-range"
      min={0}
      max={SPEED_STEPS}
      value={stepOfSpeed(speed)}
      aria-label={words.label}
      aria-valuetext={`${speedText(speed)}, ${speedMeaning(speed)}`}
      title={speedMeaning(speed)}
      onChange={(event) => labActions.setSpeed(speedOfStep(Number(event.target.value)))}
    />
  );
}

/** Whether time slows down to show what happens. */
function SlowDown() {
  const slowDown = useStops((stops) => stops.slowDown);
  return (
    <label className="menu-check">
      <input
        type="checkbox"
        checked={slowDown}
        onChange={(event) => setSlowDown(event.target.checked)}
      />
      {stopWords.slowDown}
    </label>
  );
}

/** The speed in figures, and the speeds that have a name. */
export function SpeedMenu({ upwards = false }: { upwards?: boolean }) {
  const speed = useLab((lab) => lab.speed);
  return (
    <Menu
      label={speedText(speed)}
      name={`${words.label}: ${speedText(speed)}, ${speedMeaning(speed)}`}
      className="speed-button mono"
      align={upwards ? 'end' : 'center'}
      upwards={upwards}
    >
      {(close) => (
        <>
          <ul aria-label={words.presets}>
            {words.choices.map((choice) => (
              <li key={choice.speed}>
                <button
                  type="button"
                  className="menu-item menu-item-pair"
                  aria-pressed={choice.speed === speed}
                  onClick={() => {
                    labActions.setSpeed(choice.speed);
                    close();
                  }}
                >
                  <span>{choice.name}</span>
                  <span className="mono muted">{speedText(choice.speed)}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className="menu-speed">
            <SpeedSlider />
          </div>
          <SlowDown />
        </>
      )}
    </Menu>
  );
}
