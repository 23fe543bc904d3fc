/**
 * Where an instant lies on the scrubber: the first minutes have room, and 24 hours still fit. A
 * logarithm of time since the lab's start, nearly even below half a minute.
 */

import { timelineWords as words } from '../words/timeline.ts';

const DAY_US = 86_400e6;
/** Below this the scale is nearly linear. */
const KNEE_US = 20e6;

/** The last instant of the scrubber. */
export const endOfScale = (furthest: number): number => Math.max(DAY_US, furthest);

/** 0 to 1. */
export function placeOf(at: number, end: number): number {
  return Math.log1p(Math.max(0, at) / KNEE_US) / Math.log1p(end / KNEE_US);
}

/** Microseconds. */
export function instantAt(place: number, end: number): number {
  const within = Math.min(1, Math.max(0, place));
  return Math.min(end, Math.round(Math.expm1(within * Math.log1p(end / KNEE_US)) * KNEE_US));
}

/**
 * Whether lifting the pointer at an instant leads anywhere: where it has been dragged to is shown already, unless
 * that had still to be computed.
 */
export const leadsOn = (at: number, dragged: number, furthest: number): boolean =>
  at !== dragged || at > furthest;

export interface Tick {
  us: number;
  name: string;
  /** Left out where there is little room. */
  isMinor?: boolean;
}

const TICKS: readonly Tick[] = [
  {
    us: 0,
    get name() {
      return words.start;
    },
  },
  { us: 10e6, name: '10 s', isMinor: true },
  { us: 30e6, name: '30 s', isMinor: true },
  { us: 60e6, name: '1 min' },
  { us: 300e6, name: '5 min' },
  { us: 1_800e6, name: '30 min' },
  { us: 7_200e6, name: '2 h' },
  { us: 21_600e6, name: '6 h', isMinor: true },
  { us: DAY_US, name: '24 h' },
  { us: 7 * DAY_US, name: '7 d' },
  { us: 30 * DAY_US, name: '30 d' },
];

export const ticksUntil = (end: number): readonly Tick[] => TICKS.filter(({ us }) => us <= end);
