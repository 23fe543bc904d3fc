/** What a lane is called on screen, and what became of a change in it. */

import { parseLane } from '../../../lab/lanes/lane.ts';
import { Fate } from '../../../projections/lanes/laneFold.ts';
import { spanText } from '../../../projections/spanText.ts';
import { laneWords as words } from '../../words/lanes.ts';

/** `Scan by watermark, 30 s`. */
export function laneName(word: string): string {
  const lane = parseLane(word);
  if (!lane) return word;
  if (lane.way === 'own') return lane.own;
  const [name] = words.ways[lane.way];
  return lane.everyMs > 0 ? `${name}, ${spanText(lane.everyMs)}` : name;
}

export function laneSentence(word: string): string {
  const lane = parseLane(word);
  return lane ? words.ways[lane.way][1] : '';
}

const MISSES = ['', '', 'delete', 'collapsed', 'race', 'noWatermark', 'filtered'] as const;

/** What became of a change, in words. @param at its commit, µs. */
export function fateText(fate: number, at: number, arrivedAt: number): string {
  if (fate === Fate.arrived) return words.fates.arrived(spanText((arrivedAt - at) / 1_000));
  if (fate === Fate.waiting) return words.fates.waiting;
  if (fate === Fate.lost) return words.fates.lost;
  const miss = MISSES[fate] ?? '';
  return miss === '' ? words.fates.lost : words.fates[miss];
}
