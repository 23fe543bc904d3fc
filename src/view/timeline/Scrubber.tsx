import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { shellWords } from '../words/shell.ts';
import { endOfScale, instantAt, leadsOn, placeOf, ticksUntil } from './timeScale.ts';

const words = shellWords.time;
const SECOND = 1e6;
const MINUTE = 60e6;

/** Drags time: from the lab's start to 24 hours, or as far as it has been. */
export function Scrubber() {
  const now = useLab((lab) => lab.now);
  const furthest = useLab((lab) => lab.furthest);
  const startAtMs = useLab((lab) => lab.startAtMs);
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const end = endOfScale(furthest);
  const shown = dragged ?? now;

  const go = (to: number): void => void labActions.seek(Math.min(end, Math.max(0, to)));
  const instantOf = (event: PointerEvent): number => {
    const { left, width } = track.current!.getBoundingClientRect();
    return instantAt((event.clientX - left) / width, end);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(instantOf(event));
    go(instantOf(event));
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (dragged === null) return;
    const to = instantOf(event);
    setDragged(to);
    if (to <= furthest) go(to); // what is not computed yet waits for the finger to be lifted
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (dragged === null) return;
    const to = instantOf(event);
    if (leadsOn(to, dragged, furthest)) go(to);
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyTarget(event, now, furthest);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };

  return (
    <div className="scrubber">
      <div
        ref={track}
        className="scrubber-track"
        role="slider"
        tabIndex={0}
        aria-label={words.position}
        aria-valuemin={0}
        aria-valuemax={Math.round(end / SECOND)}
        aria-valuenow={Math.round(shown / SECOND)}
        aria-valuetext={clockLine(startAtMs, shown)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDragged(null)}
        onKeyDown={onKeyDown}
      >
        <div className="scrubber-rail" />
        <div
          className="scrubber-done"
          title={words.furthest}
          style={{ width: percent(placeOf(furthest, end)) }}
        />
        <div className="scrubber-head" style={{ translate: ofTrack(placeOf(shown, end)) }} />
      </div>
      <Ticks end={end} />
    </div>
  );
}

function Ticks({ end }: { end: number }) {
  return (
    <div className="scrubber-ticks" aria-hidden="true">
      {ticksUntil(end).map(({ us, name, isMinor }) => (
        <span
          key={us}
          className={isMinor === true ? 'scrubber-tick is-minor' : 'scrubber-tick'}
          style={{ left: percent(placeOf(us, end)) }}
        >
          {name}
        </span>
      ))}
    </div>
  );
}

/** A part of the track's width: unlike a place, it changes nobody's layout. */
const ofTrack = (part: number): string => `${(part * 100).toFixed(3)}cqw`;

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

/** Where a key leads to, or null when it is none of the slider's. */
function keyTarget(event: KeyboardEvent, now: number, furthest: number): number | null {
  const small = event.shiftKey ? SECOND / 10 : SECOND;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - small;
    case 'ArrowRight':
    case 'ArrowUp':
      return now + small;
    case 'PageUp':
      return now + MINUTE;
    case 'PageDown':
      return now - MINUTE;
    case 'Home':
      return 0;
    case 'End':
      return furthest;
    default:
      return null;
  }
}
