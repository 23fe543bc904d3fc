/**
 * The shard's axis: age of a record on a compressed scale, from `now` at the left to the end of
 * retention at the right. Near 0 it is linear, further on logarithmic, so that a second and a day
 * have both their room. One function and its inverse, for marks, cursors, ticks and the pointer.
 */
import { stageWords } from '../words/stageWords.ts';

/** Where the scale turns from linear to logarithmic. */
const KNEE_MS = 150;
export const RETENTION_MS = 86_400_000;

/**
 * Place of an age on the axis.
 * @returns 0 at age 0 (or less), 1 at the end of retention (or more).
 */
export function ageToPart(ageMs: number, retentionMs = RETENTION_MS): number {
  if (ageMs <= 0) return 0;
  if (ageMs >= retentionMs) return 1;
  return Math.log1p(ageMs / KNEE_MS) / Math.log1p(retentionMs / KNEE_MS);
}

/** The age, in milliseconds, at a place on the axis: the inverse of {@link ageToPart}. */
export function partToAge(part: number, retentionMs = RETENTION_MS): number {
  const within = Math.min(1, Math.max(0, part));
  return KNEE_MS * Math.expm1(within * Math.log1p(retentionMs / KNEE_MS));
}

/** The stretch of a lane that the axis lies on, in pixels. */
export interface AxisSpan {
  fromX: number;
  toX: number;
}

export const ageToX = (ageMs: number, span: AxisSpan): number =>
  span.fromX + ageToPart(ageMs) * (span.toX - span.fromX);

export const xToAge = (x: number, span: AxisSpan): number =>
  partToAge((x - span.fromX) / (span.toX - span.fromX));

export interface AgeTick {
  ageMs: number;
  label: string;
}

/** The axis's labels. The last one is the edge where records fall off. */
export const ageTicks: readonly AgeTick[] = [
  {
    ageMs: 0,
    get label() {
      return stageWords.ageNow;
    },
  },
  { ageMs: 1_000, label: '1 s' },
  { ageMs: 10_000, label: '10 s' },
  { ageMs: 60_000, label: '1 min' },
  { ageMs: 600_000, label: '10 min' },
  { ageMs: 3_600_000, label: '1 h' },
  { ageMs: RETENTION_MS, label: '24 h' },
];

/** Which label stays when there is not room for all: places in {@link ageTicks}, first the dearest. */
const dearest = [6, 0, 3, 5, 1, 4, 2];

/** The labels for which an axis has room, from now to the end. */
export function ticksThatFit(span: AxisSpan): AgeTick[] {
  const halfWidth = (tick: AgeTick): number => tick.label.length * 2.8 + 3.5;
  const chosen: AgeTick[] = [];
  for (const place of dearest) {
    const tick = ageTicks[place]!;
    const x = ageToX(tick.ageMs, span);
    const free = chosen.every(
      (other) => Math.abs(ageToX(other.ageMs, span) - x) >= halfWidth(tick) + halfWidth(other),
    );
    if (free) chosen.push(tick);
  }
  return chosen.sort((a, b) => a.ageMs - b.ageMs);
}

/** Opacity of a record by its age: whole for most of its life, faint in its last hours. */
export function ageOpacity(ageMs: number): number {
  const left = (RETENTION_MS - ageMs) / RETENTION_MS;
  return Math.min(1, Math.max(0.25, 0.25 + left * 3));
}
