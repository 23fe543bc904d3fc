import { useEffect, useId, useRef, useState } from 'react';
import { parseInstants } from '../../lab/instants.ts';
import {
  MOST_INSTANTS,
  POSTER_HEIGHT,
  POSTER_WIDTH,
  type PosterLook,
} from '../../projections/poster/poster.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { InstantsField } from '../parts/InstantsField.tsx';
import { saveBlob, savePng, saveText } from '../parts/saveFile.ts';
import { pictureWords as words } from '../words/pictures.ts';
import { drawn, film, filmType, momentsAt, themeShown } from './stagePictures.ts';

const FILM_SECONDS = 10;

type Doing = 'svg' | 'png' | 'film' | null;

/** The stage as a picture, as a storyboard, or as a film, to be saved. */
export function PictureMaker() {
  const id = useId();
  const labId = useLab((lab) => lab.labId);
  const [instants, setInstants] = useState('');
  const [doing, setDoing] = useState<Doing>(null);
  const [problem, setProblem] = useState('');
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const atMs = instants.trim() === '' ? [] : parseInstants(instants, MOST_INSTANTS);
  const isWrong = 'error' in atMs;
  const name = `${labId.replace(/[^\w-]+/gu, '-').slice(0, 40) || 'lab'}`;
  const make = async (what: 'svg' | 'png' | 'film'): Promise<void> => {
    if (isWrong) return;
    setDoing(what);
    setProblem('');
    try {
      const look = presentLook();
      if (what === 'film') {
        ending.current = new AbortController();
        const blob = await film(look, FILM_SECONDS, filmType()!, ending.current.signal);
        saveBlob(`${name}.webm`, blob);
      } else {
        const svg = drawn(await momentsAt(atMs), look);
        if (what === 'svg') saveText(`${name}.svg`, 'image/svg+xml', svg);
        else await savePng(`${name}.png`, svg);
      }
    } catch (error) {
      setProblem((error as Error).message);
    }
    setDoing(null);
  };
  return (
    <section className="share-pictures" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.title}</h3>
      <p className="muted">{words.about}</p>
      <InstantsField
        label={words.instants}
        example={words.placeholder}
        value={instants}
        problem={isWrong ? atMs.error : null}
        onChange={setInstants}
      />
      <div className="share-formats">
        {(['svg', 'png'] as const).map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            disabled={doing !== null || isWrong}
            onClick={() => make(what)}
          >
            {words.save[what]}
          </button>
        ))}
        <FilmButton
          isFilming={doing === 'film'}
          isBusy={doing !== null}
          onStart={() => make('film')}
          onEnd={() => ending.current?.abort()}
        />
      </div>
      {problem !== '' && <p role="alert">{problem}</p>}
    </section>
  );
}

/** As wide as the stage is now, and in its theme. */
function presentLook(): PosterLook {
  const shown = document.querySelector('.stage-sheet')?.clientWidth ?? POSTER_WIDTH.usual;
  const width = Math.min(POSTER_WIDTH.most, Math.max(POSTER_WIDTH.least, shown));
  return { theme: themeShown(), width, height: POSTER_HEIGHT.usual };
}

function FilmButton(props: {
  isFilming: boolean;
  isBusy: boolean;
  onStart: () => void;
  onEnd: () => void;
}) {
  if (filmType() === undefined) return <p className="muted">{words.noFilm}</p>;
  if (props.isFilming) {
    return (
      <button type="button" className="button" onClick={props.onEnd}>
        {words.endFilm}
      </button>
    );
  }
  return (
    <button type="button" className="button" disabled={props.isBusy} onClick={props.onStart}>
      {words.film(FILM_SECONDS)}
    </button>
  );
}
