import { useState } from 'react';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { shellWords } from '../words/shell.ts';

const words = shellWords.transport;
const MOST_SEED = 2 ** 31 - 1;

/** Play or pause, and one step. */
export function PlayAndStep() {
  const playing = useLab((lab) => lab.playing);
  const ready = useLab((lab) => lab.ready);
  const name = playing ? words.pause : words.play;
  return (
    <>
      <button
        type="button"
        className="transport-button transport-play"
        aria-label={name}
        title={name}
        disabled={!ready}
        onClick={() => (playing ? labActions.pause() : labActions.play())}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="transport-button"
        aria-label={words.step}
        title={words.stepHint}
        disabled={!ready}
        onClick={() => void labActions.find({ kind: 'event' }, 1)}
      >
        <Icon name="step" />
      </button>
    </>
  );
}

/** Starts again and plays on as before. */
export async function restart(seed?: number): Promise<void> {
  const { playing } = useLab.getState();
  labActions.select(null);
  await labActions.restart(seed);
  if (playing) labActions.play();
}

/** From the start, with the same seed or another. */
export function RestartMenu({ upwards = false }: { upwards?: boolean }) {
  const seed = useLab((lab) => lab.seed);
  return (
    <Menu
      label={<Icon name="restart" />}
      name={words.restart}
      className="transport-button"
      align={upwards ? 'start' : 'center'}
      upwards={upwards}
    >
      {(close) => (
        <div className="restart-menu">
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              void restart();
            }}
          >
            {words.restartSame(seed)}
          </button>
          <OtherSeed
            onChosen={(chosen) => {
              close();
              void restart(chosen);
            }}
          />
          <p className="muted menu-note">{words.restartHint}</p>
        </div>
      )}
    </Menu>
  );
}

function OtherSeed({ onChosen }: { onChosen: (seed: number) => void }) {
  const seed = useLab((lab) => lab.seed);
  const [text, setText] = useState(String(seed + 1));
  const chosen = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const isValid = chosen <= MOST_SEED;
  return (
    <form
      className="seed-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) onChosen(chosen);
      }}
    >
      <label>
        {words.restartOther}
        <input
          className="field"
          inputMode="numeric"
          value={text}
          aria-invalid={!isValid}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={!isValid}>
        {words.go}
      </button>
      {!isValid && <p className="tone-bad menu-note">{words.seedRange}</p>}
    </form>
  );
}
