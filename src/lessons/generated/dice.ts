/** Chance for labs that are made up: the same seed, the same lab, everywhere. */
import { finish, mix } from '../../engine/kernel/hash.ts';

export interface Dice {
  /** A whole number from one to another, both included. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
}

export function dice(seed: number, purpose: number): Dice {
  let state = mix(mix(0x9e55, seed), purpose);
  const next = (): number => {
    state = mix(state, 0x51ed);
    return finish(state);
  };
  const whole = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    whole,
    pick: (list) => list[whole(0, list.length - 1)]!,
    percent: (of) => whole(1, 100) <= of,
  };
}
