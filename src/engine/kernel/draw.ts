/**
 * Chance without a sequence. Every draw is a pure function of the seed, a purpose, an entity and an
 * ordinal, so that one more retry somewhere changes no other draw in the world.
 */

import { naturalLog } from './deterministicMath.ts';
import { finish, mix } from './hash.ts';

/** What a draw decides. The numbers are part of every history: never change or reuse one. */
export const Purpose = {
  callTransit: 1,
  streamDelay: 2,
  pollPhase: 3,
  functionDuration: 4,
  effectTransit: 5,
  crash: 6,
  crashPoint: 7,
  kinesisDelay: 8,
  kinesisDuplicate: 9,
  kinesisReorder: 10,
  shardLife: 11,
  trafficArrival: 12,
  trafficKind: 13,
  trafficKey: 14,
  invokeTransit: 15,
  identifier: 16,
  scanPage: 17,
  coldStart: 18,
  sequenceNumber: 19,
  faultChance: 20,
  settling: 21,
  expiryDelay: 22,
  requestTransit: 23,
  requestDuration: 24,
  markerTransit: 25,
  exportTime: 40,
  writerClock: 41,
  slowCommit: 42,
  shardRead: 43,
  pageRetry: 44,
  handlerCall: 170,
  handlerAnswer: 171,
  handlerChance: 172,
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

/** A draw begins with the seed, and next to all draws have that of the draw before: its hash is kept. */
let lastSeed = Number.NaN;
let lastSeedHash = 0;

/** A uniform unsigned 32-bit integer. */
export function draw(seed: number, purpose: Purpose, entity: number, ordinal: number): number {
  if (seed !== lastSeed) {
    lastSeed = seed;
    lastSeedHash = mix(mix(0x5eed, seed), Math.floor(seed / 0x1_0000_0000));
  }
  let hash = mix(lastSeedHash, purpose);
  hash = mix(hash, entity);
  hash = mix(hash, ordinal);
  hash = mix(hash, Math.floor(ordinal / 0x1_0000_0000));
  return finish(hash);
}

/** A whole number from `low` to `high`, both included, from a 32-bit draw. */
export function within(drawn: number, low: number, high: number): number {
  return low + Math.floor((drawn * (high - low + 1)) / 0x1_0000_0000);
}

/** Whether an event of this probability (0 to 1) happens. */
export function chance(drawn: number, probability: number): boolean {
  return drawn < probability * 0x1_0000_0000;
}

/**
 * The shape of a right-skewed latency: at 1,024ths of the way from the median to the 99th
 * percentile, one entry per 1/32 of probability. Below the median it is a part of the median.
 */
const BELOW_MEDIAN_PARTS = [
  520, 610, 662, 700, 731, 758, 782, 804, 825, 844, 863, 882, 900, 918, 938, 960, 1024,
];
const ABOVE_MEDIAN_PARTS = [
  0, 18, 38, 59, 82, 107, 134, 165, 199, 238, 282, 335, 398, 480, 592, 770, 1250,
];

/** A latency whose median and 99th percentile are given, in the unit that they are given in. */
export function latency(drawn: number, p50: number, p99: number): number {
  const position = (drawn / 0x1_0000_0000) * 32;
  const step = Math.floor(position);
  const part = position - step;
  const table = step < 16 ? BELOW_MEDIAN_PARTS : ABOVE_MEDIAN_PARTS;
  const at = step < 16 ? step : step - 16;
  const low = table[at]!;
  const parts = low + (table[at + 1]! - low) * part;
  return Math.round(
    step < 16 ? (p50 * parts) / 1024 : p50 + (Math.max(0, p99 - p50) * parts) / 1024,
  );
}

/** An exponentially distributed span with the given mean, never zero. */
export function exponential(drawn: number, mean: number): number {
  return Math.max(1, Math.round(-naturalLog((drawn + 1) / 0x1_0000_0001) * mean));
}
