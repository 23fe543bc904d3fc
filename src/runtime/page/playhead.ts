/**
 * Virtual time from real time. The playhead wants to be at `target`, which real time moves on; it is
 * shown at the earlier of that and what the simulation has reached, so that nothing is drawn which
 * has not been computed. Pure arithmetic: the caller brings the real time.
 */

/** Slowest and fastest, virtual seconds per real second. */
export const SPEED_LEAST = 0.02;
export const SPEED_MOST = 100_000;

/** How far, in real time, the target may run ahead of what is reached before it waits. */
const LEAD_MS = 250;
/** A frame this late means that the page was not shown: then the target catches up in one go. */
const ABSENCE_MS = 1_000;
/** So much is caught up with at most, microseconds: an hour away at a high speed would be years. */
export const CATCH_UP_MOST_US = 24 * 3_600e6;

/** How long, in real time, something that happens is shown slowly, and how slowly. */
const LINGER_MS = 3_000;
const LINGER_SPEED = 0.25;

export const clampedSpeed = (speed: number): number =>
  Number.isFinite(speed) ? Math.min(SPEED_MOST, Math.max(SPEED_LEAST, speed)) : 1;

export class Playhead {
  playing = false;
  private speedNow = 0.1;
  /** Microseconds, with a fraction. */
  private target = 0;
  private reachedNow = 0;
  private lastRealMs: number | null = null;
  /** Real time left in which something is to be seen. */
  private lingerMs = 0;

  /** Where it is shown, microseconds. */
  get at(): number {
    return Math.min(this.target, this.reachedNow);
  }

  /** Where it wants to be, whole microseconds. */
  get wanted(): number {
    return Math.floor(this.target);
  }

  get speed(): number {
    return this.speedNow;
  }

  set speed(speed: number) {
    this.speedNow = clampedSpeed(speed);
  }

  /** The simulation stands at this instant now. */
  reached(at: number): void {
    this.reachedNow = at;
  }

  /** Stands at exactly this instant. */
  place(at: number): void {
    this.target = at;
    this.reachedNow = at;
  }

  play(): void {
    this.playing = true;
    this.lastRealMs = null;
  }

  /** Stops where the simulation stands. */
  pause(): void {
    this.playing = false;
    this.target = this.reachedNow;
  }

  /** Something happens at `at` that is to be seen: from there on time goes slowly for a moment. */
  linger(at: number): void {
    this.lingerMs = LINGER_MS;
    this.target = at;
  }

  /** The speed at which time goes just now. */
  private paceFor(elapsedMs: number): number {
    if (this.lingerMs <= 0) return this.speedNow;
    this.lingerMs = Math.max(0, this.lingerMs - elapsedMs);
    // Back to speed in the last third, by equal factors.
    const part = Math.min(1, (3 * this.lingerMs) / LINGER_MS);
    const slow = Math.min(this.speedNow, LINGER_SPEED);
    return slow * (this.speedNow / slow) ** (1 - part);
  }

  /**
   * Real time has come to this many milliseconds (monotonic).
   * @returns whether the page was away for longer than is caught up with.
   */
  tick(realMs: number): boolean {
    const last = this.lastRealMs;
    this.lastRealMs = realMs;
    if (!this.playing || last === null || realMs <= last) return false;
    const elapsedMs = realMs - last;
    const speed = this.paceFor(elapsedMs);
    const moved = this.target + elapsedMs * speed * 1_000;
    const isAbsence = elapsedMs >= ABSENCE_MS;
    const most = this.reachedNow + (isAbsence ? CATCH_UP_MOST_US : LEAD_MS * speed * 1_000);
    this.target = Math.max(this.target, Math.min(moved, most));
    return isAbsence && moved > most;
  }
}
