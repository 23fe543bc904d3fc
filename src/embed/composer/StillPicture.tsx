import { useEffect, useMemo, useState } from 'react';
import { parseInstants } from '../../lab/instants.ts';
import { MOST_INSTANTS, POSTER_HEIGHT } from '../../projections/poster/poster.ts';
import { STILL_AT_MS, STILL_WIDTHS, type StillShape } from '../../projections/poster/stills.ts';
import { Choice } from '../../view/parts/Choice.tsx';
import { InstantsField } from '../../view/parts/InstantsField.tsx';
import { saveText } from '../../view/parts/saveFile.ts';
import { type ComposedLab, storyboard } from './composedLab.ts';
import { composerWords as words } from './composerWords.ts';
import { type EmbedChoices, pictureFile } from './embedCode.ts';
import { useSettled } from './useSettled.ts';

/** What the embed shows at some instants, as one picture without any script. */
export default function StillPicture({
  choices,
  lab,
}: {
  choices: EmbedChoices;
  lab: ComposedLab;
}) {
  const [instants, setInstants] = useState(choices.at);
  const [shape, setShape] = useState<StillShape>('wide');
  const settled = useSettled(instants);
  const atMs = useMemo(
    () => (settled.trim() === '' ? [STILL_AT_MS] : parseInstants(settled, MOST_INSTANTS)),
    [settled],
  );
  const isWrong = 'error' in atMs;
  const { svg, trouble, isFresh } = useStoryboard(choices, lab, isWrong ? [] : atMs, shape);
  const picture = usePictureAddress(svg);
  const isDrawn = svg !== null && isFresh && settled === instants && !isWrong;
  return (
    <>
      {picture === null ? (
        <p className="muted" role="status">
          {trouble ?? words.drawing}
        </p>
      ) : (
        <img className="embedding-picture" src={picture} alt={words.storyboard(lab.title)} />
      )}
      <InstantsField
        label={words.instants}
        example={words.instantsHint}
        value={instants}
        problem={isWrong ? atMs.error : null}
        onChange={setInstants}
      />
      <Choice
        label={words.shape.label}
        options={(['wide', 'medium', 'narrow'] as const).map((value) => ({
          value,
          name: words.shape.options[value],
        }))}
        value={shape}
        onChange={setShape}
      />
      <p>
        <button
          type="button"
          className="button"
          disabled={!isDrawn}
          onClick={() => saveText(pictureFile(choices), 'image/svg+xml', svg!)}
        >
          {words.save}
        </button>{' '}
        {svg !== null && (
          <span className="muted">{words.weight(Math.ceil(new Blob([svg]).size / 1_000))}</span>
        )}
      </p>
    </>
  );
}

interface Made {
  /** What was asked for. */
  of: string;
  svg: string | null;
  trouble: string | null;
}

function useStoryboard(
  { seed, compare, focus, theme }: EmbedChoices,
  lab: ComposedLab,
  atMs: readonly number[],
  shape: StillShape,
) {
  const [made, setMade] = useState<Made>({ of: '', svg: null, trouble: null });
  const wanted = JSON.stringify([lab.title, seed, compare, focus, theme, atMs, shape]);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const look = {
      theme: theme === 'dark' ? 'dark' : 'light',
      width: STILL_WIDTHS[shape],
      height: POSTER_HEIGHT.usual,
    } as const;
    if (atMs.length > 0) {
      storyboard(lab, { seed, compare, focus }, atMs, look, signal).then(
        (svg) => svg !== null && !signal.aborted && setMade({ of: wanted, svg, trouble: null }),
        ({ message }: Error) =>
          !signal.aborted && setMade({ of: wanted, svg: null, trouble: message }),
      );
    }
    return () => ending.abort();
  }, [lab, seed, compare, focus, theme, atMs, shape, wanted]);
  return { ...made, isFresh: made.of === wanted };
}

/** An address of the picture that lasts as long as it is shown. */
function usePictureAddress(svg: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) return setAddress(null);
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}
