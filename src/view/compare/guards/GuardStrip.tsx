import { Fate } from '../../../projections/guards/guardPicture.ts';

const WIDTH = 600;
const HEIGHT = 26;
const CLASSES = {
  [Fate.waiting]: 'is-waiting',
  [Fate.once]: 'is-once',
  [Fate.older]: 'is-older',
  [Fate.again]: 'is-again',
  [Fate.lost]: 'is-lost',
} as const;
type FateOf = keyof typeof CLASSES;

/** A mark for each change: what was done once is plain; what was done again is tall; what never was, hollow. */
export function GuardStrip({ label, marks }: { label: string; marks: readonly number[] }) {
  const pitch = WIDTH / Math.max(24, marks.length);
  const width = Math.max(1, pitch * 0.78);
  return (
    <svg
      className="guard-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {marks.map((mark, i) => (
        <GuardMark key={i} fate={mark as FateOf} x={i * pitch} width={width} />
      ))}
    </svg>
  );
}

/** One mark, from its left edge. */
export function GuardMark({ fate, x, width }: { fate: FateOf; x: number; width: number }) {
  const isTall = fate === Fate.again || fate === Fate.lost;
  const [top, height] = isTall ? [2, 22] : [10, 14];
  const inset = fate === Fate.lost || fate === Fate.waiting ? 0.6 : 0;
  return (
    <rect
      className={`guard-mark ${CLASSES[fate]}`}
      x={x + inset}
      y={top + inset}
      width={Math.max(0.5, width - 2 * inset)}
      height={height - 2 * inset}
      rx={1}
    />
  );
}
