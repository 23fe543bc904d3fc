import { type ReactNode, useEffect, useId, useState } from 'react';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { durationText } from '../../lab/duration.ts';
import { useLab } from '../../runtime/useLab.ts';
import { Choice } from '../parts/Choice.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { embeddingWords as words } from '../words/embedding.ts';
import { type EmbedChoices, embedAddress, embedCode, FORMATS, type Format } from './embedCode.ts';
import { shareLink } from './shareLink.ts';

const HEIGHTS = { least: 200, most: 2_000, usual: 640 } as const;

type Chosen = Omit<EmbedChoices, 'lab' | 'title' | 'at'>;
type Source = 'name' | 'link';

const usual: Chosen = {
  controls: 'minimal',
  theme: 'auto',
  start: 'near',
  autoplay: false,
  compare: false,
  focus: '',
  height: HEIGHTS.usual,
};

/** An embed, put together by clicking: its choices, the example alive, and the text to copy. */
export function EmbedComposer() {
  const title = useLab((lab) => lab.title);
  const labId = useLab((lab) => lab.labId);
  const now = useLab((lab) => lab.now);
  const isBuiltIn = builtInLab(labId) !== undefined;
  const [source, setSource] = useState<Source>(isBuiltIn ? 'name' : 'link');
  const [atMs] = useState(Math.round(now / 1_000));
  const [isHere, setIsHere] = useState(true);
  const [chosen, setChosen] = useState(usual);
  const link = useLink(source === 'link');
  const lab = source === 'name' && isBuiltIn ? { id: labId } : link === null ? null : { link };
  return (
    <div className="share-embed">
      <p className="muted">{words.about}</p>
      {isBuiltIn && (
        <Row name={words.source}>
          <Choice
            label={words.source}
            options={(['name', 'link'] as const).map((value) => ({
              value,
              name: words.sources[value],
            }))}
            value={source}
            onChange={setSource}
          />
        </Row>
      )}
      <Switch name={words.atInstant(durationText(atMs))} on={isHere} onChange={setIsHere} />
      <Choices chosen={chosen} onChange={setChosen} />
      {lab === null ? (
        <p className="muted">{words.noLink}</p>
      ) : (
        <Result choices={{ ...chosen, lab, title, at: isHere ? durationText(atMs) : '' }} />
      )}
    </div>
  );
}

function Choices({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const scene = useLab((lab) => lab.scene);
  const ids = new Set(
    scene?.cards.flatMap(({ type, logicalId }) => (type === 'writers' ? [] : [logicalId])),
  );
  const change = (more: Partial<Chosen>): void => onChange({ ...chosen, ...more });
  const id = useId();
  return (
    <>
      {(['controls', 'theme', 'start'] as const).map((name) => (
        <Row key={name} name={words[name].label}>
          <Choice
            label={words[name].label}
            options={Object.entries(words[name].options).map(([value, text]) => ({
              value,
              name: text,
            }))}
            value={chosen[name]}
            onChange={(value) => change({ [name]: value } as Partial<Chosen>)}
          />
        </Row>
      ))}
      <Row name={words.focus}>
        <select
          className="field"
          aria-label={words.focus}
          value={chosen.focus}
          onChange={(event) => change({ focus: event.target.value })}
        >
          <option value="">{words.everything}</option>
          {[...ids].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </Row>
      <Row name={words.height}>
        <input
          id={id}
          className="field"
          type="number"
          aria-label={words.height}
          min={HEIGHTS.least}
          max={HEIGHTS.most}
          step={20}
          value={chosen.height}
          onChange={(event) => {
            const height = Number(event.target.value);
            change({ height: Math.min(HEIGHTS.most, Math.max(0, Math.round(height))) });
          }}
        />
      </Row>
      <Switch
        name={words.autoplay}
        on={chosen.autoplay}
        onChange={(autoplay) => change({ autoplay })}
      />
      <Switch
        name={words.compare}
        on={chosen.compare}
        onChange={(compare) => change({ compare })}
      />
    </>
  );
}

/** The example, and the text that puts it elsewhere. */
function Result({ choices }: { choices: EmbedChoices }) {
  const [format, setFormat] = useState<Format>('iframe');
  const base = location.href.replace(/[?#].*$/su, '').replace(/[^/]*$/u, '');
  const text = embedCode(format, choices, base);
  const address = embedAddress({ ...choices, start: 'near' }, base);
  return (
    <>
      <iframe
        key={address}
        className="share-example"
        title={words.example}
        src={address}
        height={Math.min(choices.height, 420)}
      />
      <Choice
        label={words.format}
        options={FORMATS.map((value) => ({ value, name: words.formats[value] }))}
        value={format}
        onChange={setFormat}
      />
      <p className="muted">{words.formatNotes[format]}</p>
      <textarea
        className="field share-link"
        aria-label={words.code}
        readOnly
        rows={4}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <p>
        <CopyButton text={() => text} />
      </p>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="share-row">
      <span className="kicker" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

function Switch(props: { name: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="share-choice">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.name}
    </label>
  );
}

/** The parameter of a link to the lab as it is now; null until it is written, or where it is too large. */
function useLink(isWanted: boolean): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isStillWanted = true;
    void shareLink(location.href, { atThisInstant: false, withSpeed: false }).then(
      ({ address }) => {
        const fragment = address?.split('#')[1] ?? '';
        if (isStillWanted) setLink(new URLSearchParams(fragment).get('link'));
      },
    );
    return () => {
      isStillWanted = false;
    };
  }, [isWanted]);
  return link;
}
