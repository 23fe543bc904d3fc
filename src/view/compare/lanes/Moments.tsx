import { useLab } from '../../../runtime/page/useLab.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { laneName } from './laneNames.ts';
import { type Pin, useLanes } from './laneStore.ts';
import { momentLink } from './momentLink.ts';
import { pinMoment, setNote, showMoment, unpin } from './momentStore.ts';

/** What went wrong first, lane by lane, and what has been pinned: each leads to its moment. */
export function Moments() {
  const { frame, pins } = useLanes();
  const moments = (frame?.lanes ?? [])
    .flatMap(({ word, moments: own }) => own.map((moment) => ({ ...moment, word })))
    .sort((a, b) => a.at - b.at);
  return (
    <section className="way-moments" aria-label={words.moments}>
      <h3 className="kicker">{words.moments}</h3>
      <PinForm />
      {moments.length + pins.length === 0 && <p className="muted">{words.noMoments}</p>}
      <ul>
        {pins.map((pinned) => (
          <li key={`${pinned.at}${pinned.note}`} className="way-pin">
            <MomentButton pin={pinned} text={pinned.note === '' ? words.pinned : pinned.note} />
            <span title={words.linkNote}>
              <CopyButton name={words.copyLink} text={() => momentLink(pinned)} />
            </span>
            <button
              type="button"
              className="link"
              aria-label={words.unpin(pinned.note)}
              onClick={() => unpin(pinned)}
            >
              ×
            </button>
          </li>
        ))}
        {moments.map(({ at, what, change, label, word }) => {
          const note = words.momentTexts[what](laneName(word), label);
          return (
            <li key={`${word}${what}`}>
              <MomentButton pin={{ at, change, note }} text={note} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MomentButton({ pin, text }: { pin: Pin; text: string }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <button type="button" className="link" onClick={() => showMoment(pin)}>
      <span className="mono">{clockLine(startAtMs, pin.at)}</span> {text}
    </button>
  );
}

/** Keeps the moment that is shown, or hands out the link to it. */
function PinForm() {
  const note = useLanes((lanes) => lanes.note);
  const link = () => {
    const { frame, at, chosen } = useLanes.getState();
    return momentLink({ at: frame?.now ?? at, change: chosen, note });
  };
  return (
    <form
      className="way-pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        pinMoment();
      }}
    >
      <input
        className="field"
        aria-label={words.pinNote}
        placeholder={words.pinNote}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="button">
        {words.pin}
      </button>
      <span title={words.linkNote}>
        <CopyButton name={words.copyLink} text={link} />
      </span>
    </form>
  );
}
