/** The speed's slider: equal ways are equal factors. */

import { spanText } from '../../projections/spanText.ts';
import { SPEED_LEAST, SPEED_MOST } from '../../runtime/page/playhead.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.speed;
const DECADES = Math.log10(SPEED_MOST / SPEED_LEAST);
/** Steps of the slider from end to end. */
export const SPEED_STEPS = 200;
const MAGNETS = words.choices.map(({ speed }) => speed);

export function stepOfSpeed(speed: number): number {
  return Math.round((Math.log10(speed / SPEED_LEAST) / DECADES) * SPEED_STEPS);
}

/** The speed at a step of the slider, to two digits; near a named speed exactly that. */
export function speedOfStep(step: number): number {
  const magnet = MAGNETS.find((speed) => stepOfSpeed(speed) === step);
  if (magnet !== undefined) return magnet;
  const speed = SPEED_LEAST * 10 ** ((step / SPEED_STEPS) * DECADES);
  return Math.min(SPEED_MOST, Math.max(SPEED_LEAST, Number(speed.toPrecision(2))));
}

/** The next speed of 1, 2, 5, 10 … in a direction. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const ladder: number[] = [];
  for (let power = -2; power <= 5; power++) {
    for (const digit of [1, 2, 5]) ladder.push(Number((digit * 10 ** power).toPrecision(1)));
  }
  const inRange = ladder.filter((rung) => rung >= SPEED_LEAST && rung <= SPEED_MOST);
  const next =
    direction > 0
      ? inRange.find((rung) => rung > speed * 1.001)
      : inRange.findLast((rung) => rung < speed / 1.001);
  return next ?? (direction > 0 ? SPEED_MOST : SPEED_LEAST);
}

/** `×0.1`, `×20,000` */
export function speedText(speed: number): string {
  if (speed < 1_000) return `×${Number(speed.toPrecision(2))}`;
  return `×${String(Math.round(speed)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** `a second takes 10 s`, `real time`, `1 min a second` */
export function speedMeaning(speed: number): string {
  if (speed < 0.995) return words.slower(spanText(1_000 / speed));
  if (speed < 1.005) return words.real;
  return words.faster(spanText(speed * 1_000));
}
