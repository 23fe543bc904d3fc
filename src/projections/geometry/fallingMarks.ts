/**
 * Records that have come to the end of retention fall off the edge of their shard. The fall takes real
 * time, not the lab's: at the speed at which a day passes in seconds nobody would see it otherwise.
 */
import { RETENTION_MS } from './ageAxis.ts';
import type { PlacedMark } from './placedMarks.ts';

/** How long and how far a record falls: down and to the right, at constant speed, fading. */
const FALL_MS = 450;
const FALL_PX = { x: 16, y: 26 } as const;
/** More than this at once would only be noise. */
const FALLING_AT_MOST = 60;

export class FallingMarks {
  private standing: readonly PlacedMark[] = [];
  private falling: { placed: PlacedMark; sinceMs: number }[] = [];

  /**
   * Looks at what stands in the shards now, and lets fall what stood there before and has expired.
   * @param at the playhead, microseconds. @param nowMs real time, monotonic.
   */
  follow(marks: readonly PlacedMark[], at: number, nowMs: number): void {
    const here = new Set(marks.map(keyOf));
    for (const placed of this.standing) {
      const expired = (at - placed.mark.at) / 1_000 >= RETENTION_MS;
      if (expired && !here.has(keyOf(placed)) && this.falling.length < FALLING_AT_MOST) {
        this.falling.push({ placed: atRest(placed), sinceMs: nowMs });
      }
    }
    this.standing = marks.filter(({ inShard }) => inShard);
  }

  /** Forgets everything: the playhead has jumped. */
  clear(): void {
    this.standing = [];
    this.falling = [];
  }

  /** Where those that fall are now. */
  at(nowMs: number): PlacedMark[] {
    this.falling = this.falling.filter(({ sinceMs }) => nowMs - sinceMs < FALL_MS);
    return this.falling.map(({ placed, sinceMs }) => {
      const part = Math.max(0, (nowMs - sinceMs) / FALL_MS);
      return {
        ...placed,
        x: placed.x + part * FALL_PX.x,
        y: placed.y + part * FALL_PX.y,
        opacity: placed.opacity * (1 - part),
      };
    });
  }
}

/** What falls is tried no more. */
const atRest = (placed: PlacedMark): PlacedMark => ({
  ...placed,
  mark: { ...placed.mark, state: 'read' },
});

/** A change stands in several lanes, which differ in their height. */
const keyOf = ({ mark, y }: PlacedMark): number => mark.change * 65_536 + Math.round(y);
