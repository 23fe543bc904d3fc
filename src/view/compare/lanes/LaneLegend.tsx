import { laneWords } from '../../words/lanes.ts';

const words = laneWords.legend;

/** Signs as `laneCanvas.ts` paints them, in a box of 20 by 16. */
const SIGNS: readonly (readonly [what: keyof typeof words, path: string, tone: string])[] = [
  ['arrived', 'M5 1 15 15', 'is-own'],
  ['waiting', 'M10 1v3M10 7v3', 'is-own'],
  ['delete', 'M10 1v9M7 7l6 6M7 13l6-6', 'is-bad'],
  ['collapsed', 'M10 1v10M6 11h8', 'is-bad'],
  ['race', 'M10 1v10M6 14l8-7', 'is-bad'],
  ['other', 'M10 1v8M7 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0', 'is-bad'],
  ['repeated', 'M10 2 14 8 10 14 6 8ZM2 8a8 7 0 1 0 16 0a8 7 0 1 0-16 0', 'is-ink'],
  ['outOfOrder', 'M3 1 17 15', 'is-bad is-thick'],
  ['torn', 'M10 1v14M5 8l10-2M5 11l10-2', 'is-bad'],
];

/** What the lines between the writes and the copy mean. */
export function LaneLegend() {
  return (
    <ul className="way-legend" aria-label={words.label}>
      {SIGNS.map(([what, path, tone]) => (
        <li key={what}>
          <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden="true" className={tone}>
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
          {words[what]}
        </li>
      ))}
    </ul>
  );
}
