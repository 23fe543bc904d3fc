import { lazy, Suspense, useState } from 'react';
import { Choice } from '../../view/parts/Choice.tsx';
import { CopyButton } from '../../view/parts/CopyButton.tsx';
import type { ComposedLab } from './composedLab.ts';
import { composerWords as words } from './composerWords.ts';
import { SIZES } from './composition.ts';
import { type EmbedChoices, embedAddress, embedCode, FORMATS, type Format } from './embedCode.ts';
import { useSettled } from './useSettled.ts';

const StillPicture = lazy(() => import('./StillPicture.tsx'));

/** The folder that this page is served from. */
export const servedFrom = (): string =>
  location.href.replace(/[?#].*$/su, '').replace(/[^/]*$/u, '');

/** The embed as it will be, and the text that puts it elsewhere. */
export function Result(props: {
  choices: EmbedChoices;
  lab: ComposedLab | null;
  trouble: string | null;
}) {
  const { choices, lab, trouble } = props;
  const [format, setFormat] = useState<Format>('iframe');
  const text = embedCode(format, choices, lab?.title ?? words.title, servedFrom());
  return (
    <section className="embedding-result" aria-label={words.preview}>
      {trouble === null && format !== 'svg' && <Preview choices={choices} />}
      {format === 'svg' && trouble === null && (
        <Suspense fallback={<p className="muted">{words.reading}</p>}>
          {lab === null ? (
            <p className="muted">{words.reading}</p>
          ) : (
            <StillPicture choices={choices} lab={lab} />
          )}
        </Suspense>
      )}
      <Choice
        label={words.format}
        options={FORMATS.map((value) => ({ value, name: words.formats[value] }))}
        value={format}
        onChange={setFormat}
      />
      <p className="muted">{words.formatNotes[format]}</p>
      <textarea
        className="field embedding-code"
        aria-label={words.format}
        readOnly
        rows={4}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <p>
        <CopyButton text={() => text} />
      </p>
    </section>
  );
}

/** Anew for each choice, once nobody types any more. */
function Preview({ choices }: { choices: EmbedChoices }) {
  const { width, height } = choices;
  const address = useSettled(embedAddress({ ...choices, parent: '' }, servedFrom()));
  return (
    <iframe
      key={address}
      className="embedding-preview"
      title={words.preview}
      src={address}
      width={width === 0 ? '100%' : Math.max(SIZES.width.least, width)}
      height={Math.max(SIZES.height.least, height)}
    />
  );
}
