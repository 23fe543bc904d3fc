import type { ReactNode } from 'react';

const RADIUS = 25;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that fills until the next look; full and in the accent's colour while it looks. */
export function CountdownRing(props: { part: number; running: boolean; children: ReactNode }) {
  const part = Math.min(1, Math.max(0, props.part));
  return (
    <div className={props.running ? 'countdown is-running' : 'countdown'} aria-hidden="true">
      <svg width="60" height="60" viewBox="-30 -30 60 60" aria-hidden="true">
        <circle className="countdown-track" r={RADIUS} />
        <circle
          className="countdown-part"
          r={RADIUS}
          transform="rotate(-90)"
          strokeDasharray={`${part * LENGTH} ${LENGTH}`}
        />
      </svg>
      <span>{props.children}</span>
    </div>
  );
}
