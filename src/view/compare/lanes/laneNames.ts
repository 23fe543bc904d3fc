/** What a lane is called on screen, and what became of a change in it. */

import { parseLane } from '../../../lab/lanes/lane.ts';
import { PLAIN_SCAN, type ScanOptions } from '../../../lab/lanes/scanOptions.ts';
import { Fate } from '../../../projections/lanes/laneFold.ts';
import type { LaneOutcome } from '../../../projections/lanes/lanePicture.ts';
import { spanText } from '../../../projections/spanText.ts';
import { laneWords as words } from '../../words/lanes.ts';

/** `Scan, 30 s, 10 s overlap`. */
export function laneName(word: string): string {
  const lane = parseLane(word);
  if (!lane) return word;
  const name = lane.way === 'own' ? lane.own : words.ways[lane.way][0];
  const parts = [
    name,
    ...(lane.everyMs > 0 ? [spanText(lane.everyMs)] : []),
    ...optionNames(lane.options),
  ];
  return `${parts.join(', ')}${lane.ordinal > 1 ? ` (${lane.ordinal})` : ''}`;
}

function optionNames(options: ScanOptions): string[] {
  const { watermark, overlapMs, consistentRead, segments, filter, softDelete, compare } = options;
  const names = words.optionNames;
  return [
    ...(watermark === PLAIN_SCAN.watermark || compare === 'Items' ? [] : [names.by(watermark)]),
    ...(overlapMs > 0 ? [names.overlap(spanText(overlapMs))] : []),
    ...(consistentRead ? [names.strong] : []),
    ...(segments > 1 ? [names.segments(segments)] : []),
    ...(filter.attribute === '' ? [] : [names.only(filter.attribute, filter.value)]),
    ...(softDelete === '' ? [] : [names.marks]),
    ...(compare === '' ? [] : [compare === 'Keys' ? names.keys : names.items]),
  ];
}

/** What the way does, in a sentence; of a scan what is most particular about it. */
export function laneSentence(word: string): string {
  const lane = parseLane(word);
  if (!lane) return '';
  const { compare, softDelete, overlapMs, segments, filter } = lane.options;
  const { scans } = words;
  if (compare !== '') return compare === 'Items' ? scans.items : scans.keys;
  if (softDelete !== '') return scans.marks;
  if (overlapMs > 0) return scans.overlap;
  if (filter.attribute !== '') return scans.filter;
  return segments > 1 ? scans.segments : words.ways[lane.way][1];
}

const MISSES = ['', '', 'delete', 'collapsed', 'race', 'noWatermark', 'filtered'] as const;

/** What became of a change in a lane, in words. */
export function fateText({ fate, at, arrivedAt, ...marks }: LaneOutcome): string {
  const more = (['torn', 'outOfOrder', 'repeated'] as const).filter((mark) => marks[mark]);
  return [ending(fate, at, arrivedAt), ...more.map((mark) => words.fates[mark])].join(', ');
}

function ending(fate: number, at: number, arrivedAt: number): string {
  if (fate === Fate.arrived) return words.fates.arrived(spanText((arrivedAt - at) / 1_000));
  if (fate === Fate.waiting) return words.fates.waiting;
  const miss = MISSES[fate] ?? '';
  return miss === '' ? words.fates.lost : words.fates[miss];
}
